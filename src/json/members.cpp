// SPDX-License-Identifier: MIT
// Reads the flat JSON of errors and logins: the members of one object, without building a tree.
#include "json/members.hpp"

#include "json/parser.hpp"

#include <limits>
#include <utility>

namespace apivideo::detail {
namespace {

class MemberHandler {
  public:
    MemberHandler(std::string_view list, const std::function<void(JsonMember&&)>& on_member)
        : list_{list}, on_member_{on_member} {}

    bool null() { return depth_ > 0; }
    bool boolean(bool) { return depth_ > 0; }
    bool number_float(double, const std::string&) { return depth_ > 0; }
    bool binary(Json::binary_t&) { return depth_ > 0; }
    bool number_integer(std::int64_t number) { return report(number); }
    bool number_unsigned(std::uint64_t number) {
        if (number > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) return depth_ > 0;
        return report(static_cast<std::int64_t>(number));
    }
    bool string(std::string& text) { return report(std::move(text)); }

    bool key(std::string& name) {
        if (depth_ == 1) in_list_ = name == list_;
        if (in_members()) name_ = name;
        return true;
    }
    bool start_object(std::size_t) {
        if (depth_ == 2 && in_list_array_) {
            ++item_;
            in_item_ = true;
        }
        return ++depth_ <= json_depth_limit;
    }
    bool end_object() {
        if (--depth_ == 2) in_item_ = false;
        return true;
    }
    bool start_array(std::size_t) {
        if (depth_ == 0) return false;
        if (depth_ == 1 && in_list_) in_list_array_ = true;
        return ++depth_ <= json_depth_limit;
    }
    bool end_array() {
        if (--depth_ == 1) in_list_array_ = false;
        return true;
    }
    template <class Error>
    bool parse_error(std::size_t, const std::string&, const Error&) {
        return false;
    }

  private:
    [[nodiscard]] bool in_members() const { return depth_ == 1 || (depth_ == 3 && in_item_); }

    bool report(std::variant<std::string, std::int64_t> value) {
        if (in_members()) on_member_(JsonMember{depth_ == 1 ? 0 : item_, name_, std::move(value)});
        return depth_ > 0;
    }

    std::string_view list_;
    const std::function<void(JsonMember&&)>& on_member_;
    int depth_ = 0;
    std::size_t item_ = 0;
    bool in_list_ = false;        // the last member named at the top is the list
    bool in_list_array_ = false;  // within its array
    bool in_item_ = false;        // within an object of that array
    std::string name_;
};

}  // namespace

bool read_json_members(std::string_view json, std::string_view list,
                       const std::function<void(JsonMember&&)>& on_member) {
    MemberHandler handler{list, on_member};
    return parse_json(json, handler);
}

}  // namespace apivideo::detail
