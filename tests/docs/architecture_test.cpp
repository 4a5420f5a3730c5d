// SPDX-License-Identifier: MIT
// The drawing in docs/architecture.md against the code: it has every file, and every include points down.
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace fs = std::filesystem;

const fs::path root{APIVIDEO_SOURCE_DIR};

const fs::path public_headers = root / "include" / "apivideo";

/// A header and its source are one unit: `http/url` is `include/apivideo/http/url.*` and `src/http/url.*`. The headers
/// that lie directly in `include/apivideo/` keep the name of that folder.
std::string unit_of(const std::string& path) {
    const std::string name = path.substr(0, path.find('.'));
    return name.find('/') == std::string::npos ? "include/apivideo/" + name : name;
}

struct Unit {
    std::set<std::string> includes;       ///< Other units.
    std::set<std::string> other_headers;  ///< As written between the angle brackets.
};

void read_includes(const fs::path& file, const std::string& name, Unit& unit) {
    constexpr std::string_view directive = "#include ";
    constexpr std::string_view ours = "apivideo/";
    std::ifstream stream{file};
    for (std::string line; std::getline(stream, line);) {
        if (line.compare(0, directive.size(), directive) != 0) continue;
        const std::size_t begin = directive.size() + 1;
        const std::string header = line.substr(begin, line.find_first_of(">\"", begin) - begin);
        const bool is_public = header.compare(0, ours.size(), ours) == 0;
        if (line[directive.size()] == '<' && !is_public) {
            unit.other_headers.insert(header);
        } else if (const std::string other = unit_of(is_public ? header.substr(ours.size()) : header); other != name) {
            unit.includes.insert(other);
        }
    }
}

std::map<std::string, Unit> units_of_the_code() {
    std::map<std::string, Unit> units;
    for (const fs::path& folder : {public_headers, root / "src"}) {
        for (const fs::directory_entry& entry : fs::recursive_directory_iterator{folder}) {
            const std::string file = entry.path().filename().string();
            if (file.find(".hpp") == std::string::npos && file.find(".cpp") == std::string::npos) continue;
            const std::string name = unit_of(fs::relative(entry.path(), folder).generic_string());
            read_includes(entry.path(), name, units[name]);
        }
    }
    return units;
}

/// A box of the drawing: names of units, or of folders with a slash at the end.
struct Box {
    int layer;  ///< From the top down.
    std::set<std::string> names;
};

std::vector<std::string> split(const std::string& line, char separator) {
    std::vector<std::string> parts;
    std::istringstream stream{line};
    for (std::string part; std::getline(stream, part, separator);) parts.push_back(part);
    return parts;
}

/// In the first ```text block, lines of `+---+` separate the layers and `|` separates boxes, after the layer's number.
std::vector<Box> boxes_of_the_drawing() {
    std::ifstream stream{root / "docs" / "architecture.md"};
    std::vector<Box> boxes;
    std::size_t first_of_layer = 0;
    int layer = 0;
    bool within = false;
    for (std::string line; std::getline(stream, line);) {
        if (!within) {
            within = line == "```text";
        } else if (line == "```") {
            break;
        } else if (line.find("+--") != std::string::npos) {
            first_of_layer = boxes.size();
            ++layer;
        } else {
            std::vector<std::string> cells = split(line, '|');
            cells.erase(cells.begin());
            boxes.resize(std::max(boxes.size(), first_of_layer + cells.size()), Box{layer, {}});
            for (std::size_t i = 0; i < cells.size(); ++i) {
                std::istringstream names{cells[i]};
                std::copy(std::istream_iterator<std::string>{names}, {},
                          std::inserter(boxes[first_of_layer + i].names, boxes[first_of_layer + i].names.end()));
            }
        }
    }
    return boxes;
}

/// The name on the drawing that stands for @p unit: its own, or that of the innermost folder. Empty if there is none.
std::string name_on(const std::vector<Box>& boxes, const std::string& unit) {
    std::string best;
    for (const Box& box : boxes) {
        for (const std::string& name : box.names) {
            const bool fits = name.back() == '/' ? unit.compare(0, name.size(), name) == 0 : unit == name;
            if (fits && name.size() > best.size()) best = name;
        }
    }
    return best;
}

class Architecture : public testing::Test {
  protected:
    const Box* box_of(const std::string& unit) const {
        const std::string name = name_on(boxes, unit);
        for (const Box& box : boxes)
            if (!name.empty() && box.names.count(name) > 0) return &box;
        return nullptr;
    }

    const std::map<std::string, Unit> units = units_of_the_code();
    const std::vector<Box> boxes = boxes_of_the_drawing();
};

TEST_F(Architecture, drawing_has_each_file_of_the_library) {
    ASSERT_GT(units.size(), 40U);
    for (const fs::directory_entry& entry : fs::directory_iterator{root / "src"})
        EXPECT_TRUE(entry.is_directory() || entry.path().filename() == "CMakeLists.txt") << entry.path();
    for (const auto& [name, unit] : units) EXPECT_FALSE(name_on(boxes, name).empty()) << name << " is not on it";
}

TEST_F(Architecture, every_name_on_the_drawing_stands_for_a_file) {
    ASSERT_GT(boxes.size(), 7U);
    std::set<std::string> used;
    for (const auto& [name, unit] : units) used.insert(name_on(boxes, name));
    std::set<std::string> seen;
    for (const Box& box : boxes) {
        for (const std::string& name : box.names) {
            EXPECT_TRUE(used.count(name) > 0) << name << " stands for no file";
            EXPECT_TRUE(seen.insert(name).second) << name << " is there twice";
        }
    }
}

TEST_F(Architecture, includes_stay_in_their_box_or_point_down) {
    int pointing_down = 0;
    for (const auto& [name, unit] : units) {
        for (const std::string& other : unit.includes) {
            const Box* const from = box_of(name);
            const Box* const to = box_of(other);
            ASSERT_TRUE(from && to) << name << " includes " << other;
            EXPECT_TRUE(from == to || from->layer < to->layer) << name << " includes " << other;
            if (from->layer < to->layer) ++pointing_down;
        }
    }
    EXPECT_GT(pointing_down, 100);
}

TEST_F(Architecture, files_include_each_other_in_no_circle) {
    std::set<std::string> done;
    std::vector<std::string> way;
    const std::function<void(const std::string&)> visit = [&](const std::string& name) {
        ASSERT_EQ(std::count(way.begin(), way.end(), name), 0) << name << " includes itself by way of " << way.back();
        if (!done.insert(name).second) return;
        way.push_back(name);
        // The export headers are generated, and include nothing.
        if (const auto unit = units.find(name); unit != units.end())
            for (const std::string& other : unit->second.includes) visit(other);
        way.pop_back();
    };
    for (const auto& [name, unit] : units) visit(name);
}

TEST_F(Architecture, other_libraries_are_included_by_their_own_folders_only) {
    const struct {
        std::string_view headers;
        std::vector<std::string_view> users;  ///< One of these is in the name of a unit that includes them.
    } rules[] = {{"cpprest/", {"http/cpprest/"}},
                 {"boost/", {"http/cpprest/"}},
                 {"curl/", {"http/curl/"}},
                 {"openssl/", {"http/"}},
                 {"nlohmann/", {"json/parser", "analytics/json", "test_support/"}},
                 {"httplib", {"test_support/"}}};
    for (const auto& rule : rules) {
        int users = 0;
        for (const auto& [name, unit] : units) {
            for (const std::string& header : unit.other_headers) {
                if (header.compare(0, rule.headers.size(), rule.headers) != 0) continue;
                ++users;
                EXPECT_TRUE(std::any_of(rule.users.begin(), rule.users.end(),
                                        [&](std::string_view user) { return name.find(user) != std::string::npos; }))
                    << name << " includes " << header;
            }
        }
        EXPECT_GT(users, 0) << "nothing includes " << rule.headers;
    }
}

}  // namespace
