// SPDX-License-Identifier: MIT
// The body of a plays answer, from JSON to structs in one pass.
#include "analytics/plays_json.hpp"

#include <apivideo/errors.hpp>

#include "http/rate_limit_headers.hpp"
#include "json/parser.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace apivideo::detail {
namespace {

/// A link takes many times the room of the text `{}` that stands for one, and the service has five.
constexpr std::size_t most_links = 100;

/// What the next value is to fill.
enum class Slot { document, data, row, value, plays, pagination, counter, links, link, rel, uri, nothing, ignored };

/// What the parser is within. The document has one shape, so that each of these has one place in it.
enum class Container { none, document, data, row, pagination, empty_pagination, links, link };

struct Counter {
    std::string_view name;
    std::optional<std::int64_t> Pagination::*member;
};

constexpr Counter counters[] = {{"itemsTotal", &Pagination::items_total},
                                {"pagesTotal", &Pagination::pages_total},
                                {"pageSize", &Pagination::page_size},
                                {"currentPage", &Pagination::current_page},
                                {"currentPageItems", &Pagination::current_page_items}};

const char* expected_in(Slot slot) {
    switch (slot) {
        case Slot::data:
            return "an array";
        case Slot::value:
            return "a string";
        case Slot::plays:
        case Slot::counter:
            return "an integer";
        default:
            return "an object";
    }
}

/// Takes the events of nlohmann's SAX parser. Returning false ends the parse; error() then says why.
class PlaysHandler {
  public:
    PlaysHandler(std::vector<AnalyticsData>& data, Pagination& pagination) : data_{data}, pagination_{pagination} {}

    bool null() {
        if (slot_ != Slot::counter) return slot_ == Slot::pagination || misfit("null");
        (pagination_.*(counter_->member)).reset();
        return true;
    }
    bool boolean(bool) { return misfit("a boolean"); }
    bool binary(Json::binary_t&) { return misfit("binary data"); }
    bool number_float(double, const std::string&) { return misfit(number_that_is_no_integer()); }
    bool number_unsigned(std::uint64_t number) {
        if (number > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
            return misfit(number_that_is_no_integer());
        return number_integer(static_cast<std::int64_t>(number));
    }
    bool number_integer(std::int64_t number) {
        if (slot_ == Slot::plays) {
            data_.back().plays = number;
            return true;
        }
        if (slot_ != Slot::counter) return misfit("a number");
        pagination_.*(counter_->member) = number;
        return true;
    }
    bool string(const std::string& text) {
        switch (slot_) {
            case Slot::value:
                data_.back().value = text;
                return true;
            case Slot::rel:
                pagination_.links.back().rel = text;
                return true;
            case Slot::uri:
                pagination_.links.back().uri = text;
                return true;
            default:
                return misfit("a string");
        }
    }
    bool key(const std::string& text) {
        const std::string_view name{text};  // whose comparison is inlined, as that of std::string is not
        if (skipped_levels_ > 0) return true;
        slot_ = Slot::ignored;
        switch (container_) {
            case Container::document:
                if (name == "data") return expect_once(Slot::data, seen_data_);
                if (name == "pagination") return expect_once(Slot::pagination, seen_pagination_);
                return true;
            case Container::row:
                if (name == "value") return expect_once(Slot::value, seen_value_);
                if (name == "plays") return expect_once(Slot::plays, seen_plays_);
                return true;
            case Container::pagination:
                return pagination_key(name);
            case Container::link:
                if (name == "rel") slot_ = Slot::rel;
                if (name == "uri") slot_ = Slot::uri;
                return true;
            default:
                return true;
        }
    }
    bool start_object(std::size_t) {
        if (!descend() || skipped_levels_ > 0) return !failed();
        switch (slot_) {
            case Slot::document:
                return enter(Container::document, Slot::ignored);
            case Slot::row:
                data_.emplace_back();
                seen_value_ = seen_plays_ = false;
                return enter(Container::row, Slot::ignored);
            case Slot::pagination:
                return enter(Container::pagination, Slot::ignored);
            case Slot::link:
                if (pagination_.links.size() == most_links) return skip("an object");
                pagination_.links.emplace_back();
                return enter(Container::link, Slot::ignored);
            default:
                return skip("an object");
        }
    }
    bool start_array(std::size_t) {
        if (!descend() || skipped_levels_ > 0) return !failed();
        switch (slot_) {
            case Slot::data:
                return enter(Container::data, Slot::row);
            case Slot::links:
                return enter(Container::links, Slot::link);
            // The service's language writes an empty object as []. Nothing may be in it.
            case Slot::pagination:
                return enter(Container::empty_pagination, Slot::nothing);
            default:
                return skip("an array");
        }
    }
    bool end_object() {
        if (ascend()) return true;
        if (container_ == Container::row) return end_row();
        if (container_ == Container::link) return enter(Container::links, Slot::link);
        if (container_ == Container::pagination) return enter(Container::document, Slot::ignored);
        slot_ = Slot::data;
        if (!seen_data_) return fail("expected an array, found nothing");
        return enter(Container::none, Slot::nothing);
    }
    bool end_array() {
        if (ascend()) return true;
        return enter(container_ == Container::links ? Container::pagination : Container::document, Slot::ignored);
    }
    template <class Error>
    bool parse_error(std::size_t byte, const std::string&, const Error&) {
        return fail("is not valid JSON at byte " + std::to_string(byte));
    }
    /// A number that no double holds, where the parser cannot go on.
    bool parse_error(std::size_t byte, const std::string&, const nlohmann::json::out_of_range&) {
        return misfit(number_that_is_no_integer()) && fail("has a number out of range at byte " + std::to_string(byte));
    }

    /// To be called at the end of a parse that was not ended early.
    void finish() {
        if (links_malformed_) pagination_.links.clear();
    }
    [[nodiscard]] bool failed() const { return !error_.empty(); }
    [[nodiscard]] const std::string& where() const { return where_; }
    [[nodiscard]] const std::string& error() const { return error_; }

  private:
    [[nodiscard]] const char* number_that_is_no_integer() const {
        const bool integer_expected = slot_ == Slot::plays || slot_ == Slot::counter;
        return integer_expected ? "a number that is no 64-bit integer" : "a number";
    }
    bool descend() {
        if (++depth_ > json_depth_limit)
            return fail("is nested deeper than " + std::to_string(json_depth_limit) + " levels");
        if (skipped_levels_ > 0) ++skipped_levels_;
        return true;
    }
    /// Whether what ended was skipped.
    bool ascend() {
        --depth_;
        return skipped_levels_ > 0 && --skipped_levels_ >= 0;
    }
    bool enter(Container container, Slot slot) {
        container_ = container;
        slot_ = slot;
        return true;
    }
    bool skip(const char* found) {
        skipped_levels_ = 1;
        return misfit_here(found);
    }
    bool expect_once(Slot slot, bool& seen) {
        slot_ = slot;
        if (seen) return fail("expected one such member, found a second");
        return seen = true;
    }
    bool pagination_key(std::string_view name) {
        if (name == "links") {
            slot_ = Slot::links;
            pagination_.links.clear();  // of two, the last counts, as it does for the counters
            links_malformed_ = false;
        }
        for (const Counter& counter : counters) {
            if (name != counter.name) continue;
            slot_ = Slot::counter;
            counter_ = &counter;
        }
        return true;
    }
    bool end_row() {
        slot_ = seen_value_ ? Slot::plays : Slot::value;
        if (!seen_value_ || !seen_plays_)
            return fail(std::string{"expected "} + expected_in(slot_) + ", found nothing");
        return enter(Container::data, Slot::row);
    }

    bool misfit(const char* found) { return skipped_levels_ > 0 || misfit_here(found); }
    bool misfit_here(const char* found) {
        switch (slot_) {
            case Slot::ignored:
                return true;
            case Slot::links:
            case Slot::link:
            case Slot::rel:
            case Slot::uri:
                return links_malformed_ = true;
            case Slot::nothing:
                return fail("expected an object, found an array");
            default:
                return fail(std::string{"expected "} + expected_in(slot_) + ", found " + found);
        }
    }
    bool fail(std::string error) {
        where_ = pointer();
        error_ = std::move(error);
        return false;
    }
    /// The JSON Pointer of the value that is to fill the slot, as far as the way there is known.
    [[nodiscard]] std::string pointer() const {
        switch (container_) {
            case Container::none:
                return "";
            case Container::document:
                return slot_ == Slot::data ? "/data" : slot_ == Slot::pagination ? "/pagination" : "";
            case Container::data:
                return "/data/" + std::to_string(data_.size());
            case Container::row:
                return "/data/" + std::to_string(data_.size() - 1) +
                       (slot_ == Slot::value   ? "/value"
                        : slot_ == Slot::plays ? "/plays"
                                               : "");
            case Container::links:
            case Container::link:
                return "/pagination/links";
            default:
                break;
        }
        if (slot_ == Slot::links) return "/pagination/links";
        return slot_ == Slot::counter ? "/pagination/" + std::string{counter_->name} : "/pagination";
    }

    std::vector<AnalyticsData>& data_;
    Pagination& pagination_;
    Slot slot_ = Slot::document;
    Container container_ = Container::none;
    const Counter* counter_ = nullptr;
    int depth_ = 0;
    int skipped_levels_ = 0;
    bool seen_data_ = false;
    bool seen_pagination_ = false;
    bool seen_value_ = false;
    bool seen_plays_ = false;
    bool links_malformed_ = false;
    std::string where_;
    std::string error_;
};

}  // namespace

AnalyticsPlaysResponse decode_plays(HttpResponse&& response) {
    AnalyticsPlaysResponse result;
    const std::string& body = response.body;
    if (body.empty()) throw UnexpectedResponseException{"", "expected an object, found nothing", std::move(response)};
    constexpr std::size_t bytes_a_row = 50;  // about, so that a page of 100 rows is laid out once
    result.data.reserve(std::min<std::size_t>(body.size() / bytes_a_row, 100));
    PlaysHandler handler{result.data, result.pagination};
    if (!parse_json(body, handler))
        throw UnexpectedResponseException{handler.where(), handler.error(), std::move(response)};
    handler.finish();
    result.rate_limit = parse_rate_limit(response.headers);
    result.http = std::move(response);
    return result;
}

}  // namespace apivideo::detail
