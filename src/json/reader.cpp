// SPDX-License-Identifier: MIT
// Reads JSON into a struct in one pass, as the table of the struct says.
#include "json/reader.hpp"

#include "json/number_text.hpp"
#include "json/parser.hpp"

#include <array>
#include <cstdint>
#include <limits>
#include <utility>

namespace apivideo::detail::json {
namespace {

// Stand where no member is expected: in a list, and in an empty array that stands for an object.
constexpr Field list_item{{}, Type::object, Rule::required};
constexpr Field no_item{{}, Type::nothing, Rule::required};

constexpr const char* name_of(Type type) noexcept {
    constexpr const char* names[] = {"a string", "an integer", "a number", "an object", "an array", "an object"};
    return names[static_cast<std::size_t>(type)];
}

/// Takes the events of nlohmann's SAX parser. An event that returns false ends the parse; fault() then says why.
class Reader {
  public:
    Reader(Fields fields, void* object)
        : document_{{}, Type::object, Rule::required, fields, 0, [](void* document) { return document; }} {
        levels_[0] = Level{&document_, object, &document_, 0, 0, false};
    }
    [[nodiscard]] Fault fault() && { return std::move(fault_); }

    bool null() {
        if (skipped_ > 0 || !level_->expected || level_->expected->rule != Rule::optional) return mismatch("null");
        level_->expected->reset(level_->value);
        return true;
    }
    bool boolean(bool) { return mismatch("a boolean"); }
    bool binary(Json::binary_t&) { return mismatch("binary data"); }
    bool number_integer(std::int64_t number) {
        if (expects(Type::integer)) return fill(number);
        return expects(Type::number) ? fill(static_cast<double>(number)) : mismatch("a number");
    }
    bool number_unsigned(std::uint64_t number) {
        constexpr auto max = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
        if (number <= max) return number_integer(static_cast<std::int64_t>(number));
        return expects(Type::number) ? fill(static_cast<double>(number)) : mismatch(unfit_number());
    }
    bool number_float(double number, const std::string& text) {
        // The parser has put the first byte of the locale's decimal point in place of the point.
        if (const std::size_t point = text.find_first_not_of("-+.0123456789eE"); point != std::string::npos) {
            const std::string with_point = std::string{text}.replace(point, 1, 1, '.');
            return number_float(number_in(with_point), with_point);
        }
        if (expects(Type::number)) return fill(number);
        if (expects(Type::integer))
            if (const std::optional<std::int64_t> whole = whole_number(text)) return fill(*whole);
        return mismatch(unfit_number());
    }
    bool string(const std::string& text) { return expects(Type::string) ? fill(text) : mismatch("a string"); }

    bool key(const std::string& text) {
        if (skipped_ > 0) return true;
        const std::string_view name{text};  // compilers inline its comparison, not that of std::string
        level_->expected = nullptr;
        std::uint32_t bit = 1;
        for (const Field& field : level_->field->fields) {
            if (field.name == name) return expect(field, bit);
            bit <<= 1;
        }
        return true;
    }
    bool start_object(std::size_t) {
        if (is_too_deep()) return fail_too_deep();
        if (expects(Type::object))
            if (void* const object = place_for_object()) return open_level(object, nullptr);
        return skip("an object");
    }
    bool start_array(std::size_t) {
        if (is_too_deep()) return fail_too_deep();
        if (expects(Type::list)) return open_level(level_->expected->fill(level_->value), &list_item);
        // The service's language writes an empty object as [].
        if (expects(Type::object) && level_->expected->rule == Rule::optional) return open_level(nullptr, &no_item);
        return skip("an array");
    }
    bool end_object() {
        if (skipped_ > 0) return end_skipped();
        const std::uint32_t missing = level_->field->fields.required & ~level_->seen;
        if (missing != 0) return fail_missing(missing);
        const bool empty = !level_->filled;
        close_level();
        if (empty && level_->expected == &list_item && level_->field->rule == Rule::fitting_items) remove_last_item();
        return true;
    }
    bool end_array() { return skipped_ > 0 ? end_skipped() : close_level(); }

    template <class Error>
    bool parse_error(std::size_t byte, const std::string&, const Error&) {
        return fail("is not valid JSON at byte " + std::to_string(byte));
    }
    /// The parser cannot go on after a number that no double holds.
    bool parse_error(std::size_t byte, const std::string&, const nlohmann::json::out_of_range&) {
        return mismatch(unfit_number()) && fail("has a number out of range at byte " + std::to_string(byte));
    }

  private:
    /// An object or list that is being filled.
    struct Level {
        const Field* field;     ///< The field that the object or list, or the list around the object, is the value of.
        void* value;            ///< The object or list.
        const Field* expected;  ///< What the next value fills; null if it is skipped.
        std::uint32_t seen;     ///< In an object: a bit for each field that was there.
        std::size_t items;      ///< In a list: how many have begun.
        bool filled;            ///< In an object: whether a value was.
    };

    [[nodiscard]] bool expects(Type type) const {
        return skipped_ == 0 && level_->expected && level_->expected->type == type;
    }
    template <class Value>
    bool fill(const Value& value) {
        *static_cast<Value*>(level_->expected->fill(level_->value)) = value;
        level_->filled = true;
        return true;
    }
    bool expect(const Field& field, std::uint32_t bit) {
        level_->expected = &field;
        const bool once = field.rule == Rule::required || field.type == Type::object;
        if (once && (level_->seen & bit) != 0) return fail("expected one such member, found a second");
        if (!once && field.type == Type::list) field.reset(level_->value);  // the last of several lists counts
        level_->seen |= bit;
        return true;
    }
    /// Null if a list is full.
    void* place_for_object() {
        if (level_->expected != &list_item) return level_->expected->fill(level_->value);
        if (level_->items == level_->field->max_items) return nullptr;
        ++level_->items;
        return level_->field->append(level_->value);
    }
    void remove_last_item() {
        level_->field->remove_last(level_->value);
        --level_->items;
    }
    bool open_level(void* value, const Field* expected) {
        const Field* const field = level_->expected == &list_item ? level_->field : level_->expected;
        *++level_ = Level{field, value, expected, 0, 0, false};
        return true;
    }
    bool close_level() {
        --level_;
        if (level_->expected != &list_item) level_->expected = nullptr;
        return true;
    }
    bool skip(const char* found) {
        if (!mismatch(found)) return false;
        ++skipped_;
        return true;
    }
    bool end_skipped() {
        --skipped_;
        return true;
    }

    /// Refuses the value that comes next, unless the rule of its field says otherwise.
    bool mismatch(const char* found) {
        if (skipped_ > 0 || !level_->expected) return true;
        const Rule rule = level_->expected == &list_item ? level_->field->rule : level_->expected->rule;
        if (rule == Rule::lenient || rule == Rule::fitting_items) return true;
        if (level_->field->rule == Rule::whole_list) return drop_list();
        if (rule == Rule::whole_list) return true;  // expect() has emptied the list
        const bool in_empty_array = level_->expected == &no_item;
        return fail(std::string{"expected "} + name_of(level_->expected->type) + ", found " +
                    (in_empty_array ? "an array" : found));
    }
    /// Empties the list that the current level is, or is an item of, and skips the rest of it.
    bool drop_list() {
        const Field& list = *level_->field;
        while (level_->field == &list) {
            --level_;
            ++skipped_;
        }
        list.reset(level_->value);
        return true;
    }

    [[nodiscard]] bool is_too_deep() const { return (level_ - levels_.data()) + skipped_ == max_depth; }
    bool fail_too_deep() { return fail("is nested deeper than " + std::to_string(max_depth) + " levels"); }
    [[nodiscard]] const char* unfit_number() const {
        if (expects(Type::number)) return "a number that no double holds";
        return expects(Type::integer) ? "a number that is no 64-bit integer" : "a number";
    }
    bool fail_missing(std::uint32_t missing) {
        level_->expected = level_->field->fields.begin();
        for (; (missing & 1) == 0; missing >>= 1) ++level_->expected;
        return fail(std::string{"expected "} + name_of(level_->expected->type) + ", found nothing");
    }
    bool fail(std::string message) {
        fault_ = {pointer(), std::move(message)};
        return false;
    }
    /// The JSON Pointer of the value that comes next.
    [[nodiscard]] std::string pointer() const {
        std::string pointer;
        for (const Level* level = levels_.data() + 1; level <= level_; ++level) {
            if (level->field->rule == Rule::whole_list) break;
            if (level->expected == &list_item)
                pointer += '/' + std::to_string(level == level_ ? level->items : level->items - 1);
            else if (level->expected && level->expected != &no_item)
                pointer.append("/").append(level->expected->name);
        }
        return pointer;
    }

    const Field document_;
    std::array<Level, max_depth + 1> levels_;
    Level* level_ = levels_.data();
    std::ptrdiff_t skipped_ = 0;  ///< How many of the innermost open objects and lists are skipped.
    Fault fault_{};
};

}  // namespace

std::optional<Fault> read(std::string_view text, Fields fields, void* object) {
    if (text.empty()) return Fault{"", "expected an object, found nothing"};
    Reader reader{fields, object};
    if (parse(text, reader)) return std::nullopt;
    return std::move(reader).fault();
}

}  // namespace apivideo::detail::json
