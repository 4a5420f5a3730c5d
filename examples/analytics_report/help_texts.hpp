// SPDX-License-Identifier: MIT
// What `--help` says: each name that the service takes, and examples.
#pragma once

namespace analytics_report::help {

inline constexpr const char* program =
    "Reports how videos and live streams were watched, as api.video's Analytics API says: by default plays of videos "
    "by\n"
    "country over the last seven days. Each command has a --help of its own, with every name that it takes.\n"
    "The API key is read from the environment variable APIVIDEO_API_KEY.";
inline constexpr const char* plays =
    "Plays of videos or live streams by one dimension, by calls that the service no longer documents:\n"
    "`buckets play` and `timeseries play` are their successors.";
inline constexpr const char* metrics = "One number: a metric, aggregated over a period.";
inline constexpr const char* buckets = "A metric, broken down by country, device, ...";
inline constexpr const char* timeseries = "A metric minute by minute, hour by hour or day by day.";

inline constexpr const char* dimension =
    "country unless given; or emittedAt, deviceType, operatingSystem, browser,\n"
    "videoId (of videos), liveStreamId (of live-streams)";
inline constexpr const char* aggregated_metric =
    "play, start, end, impression, impression-time (in ms), watch-time (in s),\n"
    "ccv (concurrent viewers), view; or another name that the service knows";
inline constexpr const char* aggregation =
    "count (of play, start, end, impression, view), rate (of play),\n"
    "total (of play: of all time), average or sum (of impression-time, watch-time),\n"
    "peak or live (of ccv); or another name that the service knows";
inline constexpr const char* breakdown_metric =
    "play, play-rate, play-total (by media-id only), start, end, impression,\n"
    "ccv-peak, ccv-average, view; or another name that the service knows";
inline constexpr const char* breakdown =
    "media-id, media-type, continent, country, device-type, operating-system,\n"
    "browser, referrer; or another name that the service knows";
inline constexpr const char* over_time_metric =
    "play, play-rate, start, end, impression, ccv-peak, ccv-average, view;\n"
    "or another name that the service knows";
inline constexpr const char* filter =
    "Only views that match, may be given more than once: mediaId=ID,\n"
    "mediaType=video or live-stream, continent=AF, AN, AS, EU, NA, OC or SA,\n"
    "country=FR, deviceType=computer, phone, tablet, tv, console, wearable or\n"
    "unknown, operatingSystem=windows, mac osx, android, ios or linux,\n"
    "browser=chrome, firefox, edge or opera, tag=TAG,\n"
    "referrer=URL (referrer= for views without one)";

inline constexpr const char* examples = R"(
Examples:
  analytics_report
      plays of videos by country over the last seven days
  analytics_report buckets view media-id --since 30d --sort-by metricValue --sort-order desc --rows 10
      the ten videos and live streams with the most views
  analytics_report timeseries play --since 2d --interval hour --output report.html
      a page to open in a browser or to send on: a chart by the hour and the table; nothing else is needed
  analytics_report metrics watch-time sum --from 2024-06-01 --to 2024-06-08 --filter country=FR
      the seconds watched in France in the first week of June, as a number for a script
  analytics_report buckets play browser --single-page --page-size 100 --format json | jq '.data[0]'
      one request for the first hundred rows
  analytics_report plays live-streams --since 2d --dimension emittedAt --filter liveStreamId:li3q7HxhApxRF1c8F8r6VeaI
      plays of one live stream over time, by the call that came before
  analytics_report --base-url https://sandbox.api.video --timeout 2.5 --verbose
      from the sandbox, within two and a half seconds, with a line for each request on standard error

Without an account, examples/demo_server answers with made-up plays:
  demo_server --port 8080
  APIVIDEO_API_KEY=demo-key analytics_report --base-url http://127.0.0.1:8080

Exit status:
  0  done
  1  the report could not be written
  2  refused before sending: an option or the API key cannot be used
  3  the service answered with an error
  4  no complete answer came
  5  the answer is not what the service documents)";

}  // namespace analytics_report::help
