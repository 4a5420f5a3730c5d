// SPDX-License-Identifier: MIT
// What went wrong, as a line and an exit status.
#include "failure.hpp"

#include "output.hpp"
#include "text.hpp"

namespace analytics_report {

namespace {

struct Name {
    std::string_view field;
    std::string_view option;
};

/// What the library calls a field, and what was typed.
constexpr Name names[] = {
    {"metric", "METRIC"},
    {"aggregation", "AGGREGATION"},
    {"breakdown", "BREAKDOWN"},
    {"from", "--from"},
    {"to", "--to"},
    {"dimension", "--dimension"},
    {"filter", "--filter"},
    {"current_page", "--page"},
    {"page_size", "--page-size"},
    {"interval", "--interval"},
    {"sort_by", "--sort-by"},
    {"sort_order", "--sort-order"},
    {"view_duration", "--view-duration"},
    {"filter_by.media_id", "--filter mediaId="},
    {"filter_by.media_type", "--filter mediaType="},
    {"filter_by.continent", "--filter continent="},
    {"filter_by.country", "--filter country="},
    {"filter_by.device_type", "--filter deviceType="},
    {"filter_by.operating_system", "--filter operatingSystem="},
    {"filter_by.browser", "--filter browser="},
    {"filter_by.tag", "--filter tag="},
    {"filter_by.referrer", "--filter referrer="},
    {"base_url", "--base-url"},
    {"timeout", "--timeout"},
    {"proxy", "--proxy"},
    {"ca_file", "--ca-file"},
    {"api_key", "APIVIDEO_API_KEY"},
};

/// In the words of the command line.
std::string message_of(const apivideo::InvalidRequestException& e) {
    std::string message{e.what()};
    for (const auto& [field, option] : names)
        if (field == e.field() && message.compare(0, field.size() + 1, std::string{field} + ':') == 0)
            message.replace(0, field.size(), option);
    constexpr std::string_view other_end{"`to`"};
    if (const std::size_t at = message.find(other_end); at != std::string::npos)
        message.replace(at, other_end.size(), "--to");
    return message;
}

}  // namespace

Failure current_failure() {
    try {
        throw;
    } catch (const Refused& e) {
        return {refused, e.what()};
    } catch (const apivideo::InvalidRequestException& e) {
        return {refused, message_of(e)};
    } catch (const apivideo::ApiException& e) {
        return {error_answer, e.what()};
    } catch (const apivideo::TransportException& e) {
        return {no_answer, e.what()};
    } catch (const apivideo::UnexpectedResponseException& e) {
        return {not_the_contract, e.what()};
    } catch (const std::exception& e) {
        return {not_written, e.what()};
    } catch (...) {
        return {not_written, "something unknown went wrong"};
    }
}

std::string line_of(std::string_view message, std::string_view secret) {
    std::string line{message};
    for (std::size_t at = 0; !secret.empty() && (at = line.find(secret, at)) != std::string::npos;) {
        constexpr std::string_view mark{"[redacted]"};
        line.replace(at, secret.size(), mark);
        at += mark.size();
    }
    return printable(line);
}

}  // namespace analytics_report
