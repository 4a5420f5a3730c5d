// SPDX-License-Identifier: MIT
// From request to path and query: every parameter, every rule.
#include "analytics/plays_query.hpp"

#include <apivideo/errors.hpp>

#include <gtest/gtest.h>

#include "analytics/endpoints.hpp"
#include "support/thrown.hpp"

#include <cstdint>
#include <limits>
#include <string>

namespace apivideo::detail {
namespace {

using date::literals::operator""_y;
using test_support::thrown_by;

template <class Endpoint>
class PlaysQuery : public ::testing::Test {
  protected:
    using Request = typename Endpoint::Request;
    using Id = typename Endpoint::Id;
    using Dimension = typename Endpoint::Dimension;

    Request request{2023_y / 6 / 1, Dimension::country, {}, {}, {}, {}};

    std::string query() const {
        const std::string sent = target(request);
        const std::string path = std::string{Endpoint::path} + '?';
        EXPECT_EQ(sent.substr(0, path.size()), path);
        return sent.substr(path.size());
    }
    void expect_refused(const std::string& field, const std::string& message) const {
        const auto e = thrown_by<InvalidRequestException>([this] { (void)target(request); });
        EXPECT_EQ(e.field(), field);
        EXPECT_EQ(e.what(), message);
    }
};
TYPED_TEST_SUITE(PlaysQuery, test_support::Endpoints, test_support::EndpointNames);

TYPED_TEST(PlaysQuery, sends_only_what_is_set) {
    EXPECT_EQ(target(this->request), std::string{TypeParam::path} + "?from=2023-06-01&dimension=country");
}

TYPED_TEST(PlaysQuery, sends_each_parameter_under_its_name) {
    auto& asked = this->request;
    asked.to = 2023_y / 6 / 10;
    EXPECT_EQ(this->query(), "from=2023-06-01&to=2023-06-10&dimension=country");
    asked.to.reset();
    asked.filter = typename TypeParam::Id{"x1"};
    EXPECT_EQ(this->query(), std::string{"from=2023-06-01&dimension=country&filter="} + TypeParam::id_name + "%3Ax1");
    asked.filter.reset();
    asked.current_page = 2;
    EXPECT_EQ(this->query(), "from=2023-06-01&dimension=country&currentPage=2");
    asked.current_page.reset();
    asked.page_size = 30;
    EXPECT_EQ(this->query(), "from=2023-06-01&dimension=country&pageSize=30");
}

TYPED_TEST(PlaysQuery, sends_all_parameters_in_the_order_of_the_documentation) {
    this->request = {2023_y / 6 / 1, TypeParam::own_dimension, 2023_y / 6 / 10, typename TypeParam::Id{"x1"}, 2, 30};
    EXPECT_EQ(this->query(), std::string{"from=2023-06-01&to=2023-06-10&dimension="} + TypeParam::id_name +
                                 "&filter=" + TypeParam::id_name + "%3Ax1&currentPage=2&pageSize=30");
}

TYPED_TEST(PlaysQuery, sends_every_dimension) {
    for (int i = 1; i <= 6; ++i) {
        this->request.dimension = static_cast<typename TypeParam::Dimension>(i);
        EXPECT_EQ(this->query(), "from=2023-06-01&dimension=" + std::string{to_string(this->request.dimension)});
    }
}

TYPED_TEST(PlaysQuery, writes_days_as_year_month_and_day) {
    const struct {
        date::year_month_day day;
        const char* text;
    } cases[] = {{2023_y / 1 / 1, "2023-01-01"}, {2023_y / 12 / 31, "2023-12-31"}, {2024_y / 2 / 29, "2024-02-29"},
                 {0_y / 1 / 1, "0000-01-01"},    {987_y / 6 / 5, "0987-06-05"},    {9999_y / 12 / 31, "9999-12-31"}};
    for (const auto& c : cases) {
        this->request.from = c.day;
        this->request.to = c.day;
        EXPECT_EQ(this->query(), std::string{"from="} + c.text + "&to=" + c.text + "&dimension=country");
    }
}

TYPED_TEST(PlaysQuery, percent_encodes_hostile_ids) {
    const struct {
        const char* id;
        const char* encoded;
    } cases[] = {{"a b", "a%20b"},
                 {"a+b", "a%2Bb"},
                 {"a&pageSize=100", "a%26pageSize%3D100"},
                 {"a#b", "a%23b"},
                 {"../../etc?x", "..%2F..%2Fetc%3Fx"},
                 {"100%", "100%25"},
                 {"%41", "%2541"},
                 {"\xc3\xa9", "%C3%A9"},
                 {"'()*!", "%27%28%29%2A%21"},
                 {"-._~", "-._~"},
                 {"a:b,c;d@e", "a%3Ab%2Cc%3Bd%40e"},
                 {"[\"<>\\^`{|}$]", "%5B%22%3C%3E%5C%5E%60%7B%7C%7D%24%5D"},
                 {"\xf0\x9f\x8e\xac", "%F0%9F%8E%AC"},
                 {"\xff", "%FF"}};
    for (const auto& c : cases) {
        this->request.filter = typename TypeParam::Id{c.id};
        EXPECT_EQ(this->query(),
                  std::string{"from=2023-06-01&dimension=country&filter="} + TypeParam::id_name + "%3A" + c.encoded);
    }
}

TYPED_TEST(PlaysQuery, refuses_days_that_are_none_and_names_the_field) {
    for (const date::year_month_day day :
         {date::year_month_day{}, date::year_month_day{2023_y / 2 / 29}, date::year_month_day{2023_y / 6 / 31},
          date::year_month_day{2023_y / 13 / 1}, date::year_month_day{2023_y / 0 / 1},
          date::year_month_day{2023_y / 1 / 0}, date::year_month_day{date::year{-1} / 1 / 1},
          date::year_month_day{date::year{10000} / 1 / 1}}) {
        const char* message = ": is not a day of the calendar, expected one like 2023-06-01";
        this->request.from = day;
        this->request.to.reset();
        this->expect_refused("from", std::string{"from"} + message);
        this->request.from = 2023_y / 6 / 1;
        this->request.to = day;
        this->expect_refused("to", std::string{"to"} + message);
    }
}

TYPED_TEST(PlaysQuery, refuses_a_period_that_ends_before_it_begins) {
    this->request.to = 2023_y / 5 / 31;
    this->expect_refused("from", "from: is after `to`");
    this->request.to = this->request.from;
    EXPECT_NO_THROW((void)target(this->request));
}

TYPED_TEST(PlaysQuery, leaves_it_to_the_server_how_old_a_period_may_be) {
    this->request = {1999_y / 1 / 1, TypeParam::own_dimension, 2038_y / 1 / 1, {}, {}, {}};
    EXPECT_NO_THROW((void)target(this->request));
}

TYPED_TEST(PlaysQuery, refuses_a_dimension_that_was_never_set_or_is_none) {
    this->request.dimension = {};
    this->expect_refused("dimension", "dimension: is not set");
    this->request.dimension = static_cast<typename TypeParam::Dimension>(7);
    this->expect_refused("dimension", "dimension: is 7, expected one of the enumerators");
}

TYPED_TEST(PlaysQuery, refuses_an_empty_id) {
    this->request.filter = typename TypeParam::Id{};
    this->expect_refused("filter", "filter: holds an empty id");
}

TYPED_TEST(PlaysQuery, refuses_an_id_with_the_prefix_that_the_service_asks_for) {
    const std::string prefix = std::string{TypeParam::id_name} + ':';
    this->request.filter = typename TypeParam::Id{prefix + "x"};
    this->expect_refused("filter", "filter: begins with " + prefix + ", expected the id alone");
    this->request.filter = typename TypeParam::Id{"x" + prefix};
    EXPECT_NO_THROW((void)target(this->request));
}

TYPED_TEST(PlaysQuery, refuses_an_id_with_a_control_character) {
    using namespace std::string_literals;
    for (const std::string& id : {"\n"s, "a\r\nb"s, "a\0"s, "\x1f"s, "\x7f"s, "a\tb"s}) {
        this->request.filter = typename TypeParam::Id{id};
        this->expect_refused("filter", "filter: holds an id with a control character");
    }
}

TYPED_TEST(PlaysQuery, takes_pages_from_1) {
    for (const std::int64_t page : {std::int64_t{0}, std::int64_t{-1}, std::numeric_limits<std::int64_t>::min()}) {
        this->request.current_page = page;
        this->expect_refused("current_page", "current_page: is " + std::to_string(page) + ", expected 1 or more");
    }
    this->request.current_page = std::numeric_limits<std::int64_t>::max();
    EXPECT_EQ(this->query(), "from=2023-06-01&dimension=country&currentPage=9223372036854775807");
}

TYPED_TEST(PlaysQuery, takes_page_sizes_from_1_to_100) {
    for (const std::int64_t size :
         {std::int64_t{0}, std::int64_t{-1}, std::int64_t{101}, std::numeric_limits<std::int64_t>::min(),
          std::numeric_limits<std::int64_t>::max(), (std::int64_t{1} << 32) + 30}) {
        this->request.page_size = size;
        this->expect_refused("page_size", "page_size: is " + std::to_string(size) + ", expected 1 to 100");
    }
    for (const int size : {1, 100}) {
        this->request.page_size = size;
        EXPECT_EQ(this->query(), "from=2023-06-01&dimension=country&pageSize=" + std::to_string(size));
    }
}

}  // namespace
}  // namespace apivideo::detail
