// SPDX-License-Identifier: MIT
// The error models: unset unless set, equal member by member.
#include <apivideo/error_models.hpp>

#include <gtest/gtest.h>

#include "support/equality.hpp"

namespace apivideo {
namespace {

using test_support::expect_equality_sees;

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
