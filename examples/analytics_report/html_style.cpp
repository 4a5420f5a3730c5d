// SPDX-License-Identifier: MIT
// How a report looks in a browser.
#include "html_style.hpp"

namespace analytics_report {

std::string_view html_style() {
    return R"(:root {
  color-scheme: light dark;
  --page: #f6f6f3; --sheet: #ffffff; --text: #1b1d22; --muted: #5c616b; --rule: #e4e4df;
  --accent: #3056d3; --area: #3056d31f; --track: #ececf0;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #111317; --sheet: #191c21; --text: #eceef2; --muted: #a2a8b4; --rule: #2d3138;
    --accent: #8aa6ff; --area: #8aa6ff24; --track: #2a2e36;
  }
}
* { box-sizing: border-box; margin: 0; }
body {
  background: var(--page); color: var(--text); padding: 40px 20px;
  font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  -webkit-text-size-adjust: 100%;
}
main { max-width: 760px; margin: 0 auto; background: var(--sheet); border: 1px solid var(--rule);
  border-radius: 14px; padding: 40px 44px 32px; }
h1 { font-size: 28px; line-height: 1.2; font-weight: 650; letter-spacing: -0.015em; text-wrap: balance; }
h2, caption { font-size: 15px; font-weight: 600; text-align: left; }
.period { color: var(--muted); margin-top: 6px; }
.note { color: var(--muted); font-size: 14px; margin-top: 12px; }
section, figure, table, footer { margin-top: 36px; }
dt { color: var(--muted); font-size: 13px; }
dd { overflow-wrap: anywhere; }
.totals { display: grid; grid-template-columns: 1fr 1fr 1.8fr; gap: 24px; margin-top: 28px; padding: 20px 0;
  border-top: 1px solid var(--rule); border-bottom: 1px solid var(--rule); }
.totals.few { grid-template-columns: 1fr 2.8fr; }
.totals dd { font-size: 24px; line-height: 1.25; font-weight: 600; letter-spacing: -0.01em; margin-top: 2px; }
.totals .long { font-size: 17px; line-height: 30px; letter-spacing: -0.015em; }
.totals .long .aside { line-height: 1.25; }
.totals .aside { display: block; font-size: 13px; font-weight: 400; letter-spacing: 0; color: var(--muted);
  margin-top: 2px; }
.large { font-size: 64px; line-height: 1.1; font-weight: 650; letter-spacing: -0.02em; margin-top: 36px;
  overflow-wrap: anywhere; }
.large .aside { font-size: 20px; font-weight: 400; letter-spacing: 0; color: var(--muted); }
.totals, .large, table, svg { font-variant-numeric: tabular-nums; }
figure svg { display: block; margin-top: 16px; font-size: 14px; }
svg text { fill: var(--text); }
svg .number { text-anchor: end; }
.bar { fill: var(--accent); }
.track { fill: var(--track); }
svg.line, svg.line svg { overflow: visible; }
svg.line { margin-left: 44px; width: calc(100% - 52px); }
.grid, .axis { stroke: var(--rule); stroke-width: 1; shape-rendering: crispEdges; }
.axis { stroke: var(--muted); }
svg .tick { fill: var(--muted); font-size: 12px; }
.tick.value { text-anchor: end; }
.tick.time { text-anchor: middle; }
path.area { fill: var(--area); }
path.line { fill: none; stroke: var(--accent); stroke-width: 2; stroke-linejoin: round; stroke-linecap: round;
  vector-effect: non-scaling-stroke; }
.point rect { fill: transparent; }
.point circle { fill: var(--sheet); stroke: var(--accent); stroke-width: 2; }
.dense .point circle { visibility: hidden; }
.point:hover rect { fill: var(--area); }
.point:hover circle { fill: var(--accent); visibility: visible; }
table { width: 100%; border-collapse: collapse; }
caption { padding-bottom: 8px; }
th, td { text-align: left; padding: 7px 0; border-bottom: 1px solid var(--rule); vertical-align: baseline; }
th { font-weight: 400; overflow-wrap: anywhere; }
thead th { color: var(--muted); font-size: 13px; }
td, th.number { text-align: right; white-space: nowrap; padding-left: 24px; }
td.share { color: var(--muted); width: 6.5em; }
tfoot th, tfoot td { font-weight: 600; border-bottom: 0; }
footer { border-top: 1px solid var(--rule); padding-top: 20px; font-size: 14px; }
.asked { display: grid; grid-template-columns: max-content 1fr; gap: 4px 20px; margin-top: 8px; }
.asked dt { font-size: 14px; }
@media (max-width: 560px) {
  body { padding: 0; background: var(--sheet); }
  main { border: 0; border-radius: 0; padding: 28px 20px; }
  h1 { font-size: 24px; }
  .large { font-size: 44px; }
  .totals { grid-template-columns: 1fr 1fr; gap: 14px 20px; padding: 16px 0; }
  .totals div:nth-child(3), .totals.few div:nth-child(2) { grid-column: 1 / -1; }
  .spare { display: none; }
  td, th.number { padding-left: 10px; }
  table { font-size: 14px; }
  td.share { width: auto; }
}
@media print {
  body { padding: 0; background: none; }
  main { border: 0; padding: 0; max-width: none; }
  .bar, .track { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
)";
}

}  // namespace analytics_report
