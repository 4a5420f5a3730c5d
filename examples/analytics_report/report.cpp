// SPDX-License-Identifier: MIT
// What is reported, whatever call it comes from: a number for each value of a column.
#include "report.hpp"

#include "countries.hpp"
#include "numbers.hpp"

#include <cmath>
#include <utility>

namespace analytics_report {
namespace {

std::int64_t pages_total(const Report& report) {
    return report.pagination ? report.pagination->pages_total.value_or(1) : 1;
}

std::optional<std::int64_t> first_page(const Report& report) {
    if (report.pages) return 1;
    return report.pagination ? report.pagination->current_page : std::nullopt;
}

double sum_of(const std::vector<Row>& rows) {
    double sum = 0;
    for (const Row& row : rows) sum += row.number.value_or(0);
    return sum;
}

constexpr double largest_exact = 9'007'199'254'740'992;  // 2 to the power of 53
constexpr int shown_places = 4;

}  // namespace

Row::Row(std::string name, std::int64_t count)
    : value{std::move(name)}, number{static_cast<double>(count)}, text{std::to_string(count)} {}

Row::Row(std::string name, std::optional<double> measured)
    : value{std::move(name)}, number{measured}, text{measured ? plain(*measured) : std::string{}} {}

Period period_of(const Report& report) {
    const Question& question = report.question;
    const date::sys_seconds now = report.made_at;
    const date::sys_seconds end =
        question.to.value_or(question.whole_days ? date::sys_seconds{date::floor<date::days>(now)} : now);
    return {question.from.value_or(end - date::days{1}), end};
}

std::optional<double> total_of(const Report& report) {
    const double sum = sum_of(report.rows);
    if (!report.question.measure.adds_up || !(std::abs(sum) <= largest_exact)) return std::nullopt;
    return sum;
}

std::string total_text(const Report& report) {
    const std::optional<double> total = total_of(report);
    return total ? rounded(*total, shown_places) : "too many to count";
}

bool is_part(const Report& report) {
    const std::int64_t total = pages_total(report);
    if (!report.pages) return total > 1 || first_page(report).value_or(1) > 1;
    // A walk ends at an empty page, also where more were told of. Where that is the first, there is nothing at all.
    return *report.pages > 0 && *report.pages < total;
}

bool is_past_the_end(const Report& report) { return report.rows.empty() && first_page(report).value_or(1) > 1; }

std::string pages_of(const Report& report) {
    const std::optional<std::int64_t> first = first_page(report);
    const std::int64_t count = report.pages.value_or(1);
    if (!first) return {};
    const std::optional<std::int64_t> last = report.pagination ? report.pagination->pages_total : std::nullopt;
    if (is_past_the_end(report))
        return "no page " + std::to_string(*first) +
               (last && *last < *first ? ": there are " + std::to_string(*last) : "");
    if (count == 0) return {};
    std::string text = count == 1 ? "page " : "pages ";
    text += std::to_string(*first);
    if (count > 1) text += " to " + std::to_string(*first + (count - 1));
    if (last) text += " of " + std::to_string(*last);
    return text;
}

std::string shown_value(const Question& question, const Row& row) {
    if (question.dimension == "referrer" && row.value.empty()) return "(no referrer)";
    if (row.value.empty()) return "(empty)";
    const std::string_view country = question.dimension == "country" ? country_name(row.value) : "";
    return country.empty() ? row.value : row.value + ' ' + std::string{country};
}

std::string shown_number(const Row& row) {
    if (!row.number) return "-";
    const bool whole = row.text.find_first_of(".e") == std::string::npos;
    return whole ? row.text : rounded(*row.number, shown_places);
}

}  // namespace analytics_report
