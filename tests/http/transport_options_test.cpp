// SPDX-License-Identifier: MIT
// The options of a transport as values.
#include <apivideo/http/transport_options.hpp>

#include <gtest/gtest.h>

#include <chrono>

#include "support/equality.hpp"

namespace apivideo {
namespace {

using test_support::expect_equality_sees;

TEST(Proxies, are_equal_member_by_member) {
    using Model = Proxy;
    expect_equality_sees<Model>([](Model& m) { m.url = "http://proxy"; }, [](Model& m) { m.user_name = ""; },
                                [](Model& m) { m.password = ""; });
}

TEST(ClientCertificates, are_equal_member_by_member) {
    using Model = ClientCertificate;
    expect_equality_sees<Model>([](Model& m) { m.certificate_file = "a"; }, [](Model& m) { m.key_file = "a"; });
}

TEST(TransportOptionSets, are_equal_member_by_member) {
    using Model = TransportOptions;
    expect_equality_sees<Model>([](Model& m) { m.ca_file = ""; }, [](Model& m) { m.client_certificate.emplace(); },
                                [](Model& m) { m.proxy.emplace(); }, [](Model& m) { m.max_body_bytes = 1; },
                                [](Model& m) { m.connect_timeout = std::chrono::milliseconds{1}; });
}

}  // namespace
}  // namespace apivideo
