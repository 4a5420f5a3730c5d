// SPDX-License-Identifier: MIT
// Tests of Identifying: the headers it adds, and the names that the service would refuse.
#include "pipeline/wrappers.hpp"

#include <apivideo/errors.hpp>
#include <apivideo/test_support/fake_transport.hpp>
#include <apivideo/version.hpp>

#include <gtest/gtest.h>

#include <memory>
#include <string>

namespace apivideo::detail {
namespace {

using test_support::FakeTransport;

HttpHeaders headers_sent(const std::optional<NameAndVersion>& application, const std::optional<NameAndVersion>& sdk,
                         const HttpHeaders& own = {}) {
    auto fake = std::make_shared<FakeTransport>();
    fake->reply(200, "");
    make_identifying(fake, application, sdk)->send(HttpRequest{"GET", "https://ws.api.video/", own, {}}, CallContext{});
    return fake->requests().at(0).headers;
}

TEST(Identifying, says_what_library_calls) {
    const HttpHeaders headers = headers_sent({}, {});
    EXPECT_EQ(headers.get("User-Agent"), std::string{"apivideo-cpp/"} + version);
    EXPECT_EQ(headers.get("Accept"), "application/json");
    EXPECT_EQ(headers.get("AV-Origin-Client"), std::string{"cpp:"} + version);
    EXPECT_EQ(headers.size(), 3u);
}

TEST(Identifying, says_what_program_and_sdk_call) {
    const HttpHeaders headers = headers_sent(NameAndVersion{"my-app", "1.2.3"}, NameAndVersion{"my_sdk", "4"});
    EXPECT_EQ(headers.get("AV-Origin-App"), "my-app:1.2.3");
    EXPECT_EQ(headers.get("AV-Origin-Sdk"), "my_sdk:4");
}

TEST(Identifying, leaves_what_a_request_says_itself) {
    const HttpHeaders headers = headers_sent({}, {}, {{"user-agent", "mine"}});
    EXPECT_EQ(headers.all("User-Agent"), std::vector<std::string>{"mine"});
}

TEST(Identifying, takes_every_name_and_version_that_the_service_takes) {
    const NameAndVersion good[] = {
        {"a", "1"}, {"A-Z_09", "999"}, {std::string(50, 'x'), "1.2"}, {"x", "1.22.3"}, {"x", "000.000.000"}};
    for (const NameAndVersion& program : good) EXPECT_NO_THROW(headers_sent(program, program)) << program.name;
}

TEST(Identifying, refuses_every_name_and_version_that_the_service_refuses) {
    const NameAndVersion bad[] = {{"", "1"},         {std::string(51, 'x'), "1"},
                                  {"a b", "1"},      {"a:b", "1"},
                                  {"ok\n", "1"},     {"ok\nanything", "1"},
                                  {"\xc3\xa9", "1"}, {"a", ""},
                                  {"a", "1."},       {"a", ".1"},
                                  {"a", "1..2"},     {"a", "1.2.3.4"},
                                  {"a", "1.2.3."},   {"a", "1234"},
                                  {"a", "1a"},       {"a", "1\n"},
                                  {"a", "v1"},       {"a", "-1"},
                                  {"a", "1.2345"}};
    for (const NameAndVersion& program : bad) {
        try {
            headers_sent(program, {});
            ADD_FAILURE() << program.name << ':' << program.version;
        } catch (const InvalidRequestException& e) {
            EXPECT_EQ(e.field(), "application");
        }
        EXPECT_THROW(headers_sent({}, program), InvalidRequestException);
    }
}

}  // namespace
}  // namespace apivideo::detail
