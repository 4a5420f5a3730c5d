// SPDX-License-Identifier: MIT
// The error models: unset unless set, equal member by member.
#include <apivideo/error_models.hpp>

#include <gtest/gtest.h>

namespace apivideo {
namespace {

/// Each change must make two equal models unequal.
template <class Model, class... Changes>
void expect_equality_sees(Changes... changes) {
    EXPECT_EQ(Model{}, Model{});
    EXPECT_FALSE(Model{} != Model{});
    const auto check = [](auto change) {
        Model changed;
        change(changed);
        EXPECT_NE(changed, Model{});
        EXPECT_FALSE(changed == Model{});
        const Model copy = changed;
        EXPECT_EQ(changed, copy);
    };
    (check(changes), ...);
}

TEST(ErrorModels, a_bad_request_is_equal_member_by_member) {
    using Model = AnalyticsPlays400Error;
    expect_equality_sees<Model>([](Model& m) { m.type = ""; }, [](Model& m) { m.title = "t"; },
                                [](Model& m) { m.status = 400; }, [](Model& m) { m.detail = "d"; },
                                [](Model& m) { m.name = "n"; });
}

TEST(ErrorModels, a_forbidden_is_equal_member_by_member) {
    using Model = Model403ErrorSchema;
    expect_equality_sees<Model>([](Model& m) { m.type = ""; }, [](Model& m) { m.title = "t"; },
                                [](Model& m) { m.name = "n"; }, [](Model& m) { m.status = 403; });
}

TEST(ErrorModels, a_not_found_is_equal_member_by_member) {
    using Model = NotFound;
    expect_equality_sees<Model>([](Model& m) { m.type = ""; }, [](Model& m) { m.title = "t"; },
                                [](Model& m) { m.name = "n"; }, [](Model& m) { m.status = 404; });
}

TEST(ErrorModels, too_many_requests_is_equal_member_by_member) {
    using Model = TooManyRequests;
    expect_equality_sees<Model>([](Model& m) { m.type = ""; }, [](Model& m) { m.title = "t"; },
                                [](Model& m) { m.status = 429; });
}

TEST(ErrorModels, a_problem_is_equal_member_by_member) {
    using Model = Problem;
    expect_equality_sees<Model>([](Model& m) { m.type = ""; }, [](Model& m) { m.title = "t"; },
                                [](Model& m) { m.status = 400; }, [](Model& m) { m.detail = "d"; },
                                [](Model& m) { m.name = "n"; }, [](Model& m) { m.problems.resize(1); });
}

}  // namespace
}  // namespace apivideo
