// SPDX-License-Identifier: MIT
// Contract of transports: whom they trust, the system's authorities or those of ca_file.
#include "http/transport_contract.hpp"

#include "support/certificates.hpp"
#include "support/descriptor_limit.hpp"
#include "support/system_trust.hpp"
#include "support/temporary_file.hpp"
#include "support/temporary_folder.hpp"

#include <fstream>
#include <memory>
#include <optional>
#include <string>

namespace apivideo::tests {
namespace {

class TransportTrust : public TransportContract {
  protected:
    void trust_ca_file(const std::string& pem) {
        const TemporaryFile file{pem};
        TransportOptions options;
        options.ca_file = file.path();
        transport = make(options);
    }
    void write_bundle(const std::string& pem) const { std::ofstream{bundle} << pem; }
    [[nodiscard]] ServerTls server_tls() const { return {authority.issue(), {}, {}}; }

    CertificateAuthority authority{};
    TemporaryFolder places{};
    std::string bundle{places.path() + "/bundle.pem"};
};

INSTANTIATE_TEST_SUITE_P(Of, TransportTrust, ::testing::ValuesIn(transport_kinds()), name_of_kind);

TEST_P(TransportTrust, is_in_the_systems_bundle_where_there_is_no_folder) {
    write_bundle(CertificateAuthority{"Other"}.certificate_pem() + authority.certificate_pem());
    const SystemTrust system{places.path() + "/missing", bundle};
    transport = make();
    RawServer server{once(http_answer(200, "secure")), server_tls()};
    for (int i = 0; i < 2; ++i) EXPECT_EQ(get(server.url()).body, "secure");
}

TEST_P(TransportTrust, says_where_no_authority_could_be_read_and_works_once_there_is_one) {
    const SystemTrust system{places.path(), bundle};
    transport = make();
    RawServer server{always(http_answer(200, "secure")), server_tls()};
    for (int i = 0; i < 2; ++i) {
        const FailedCall call = fail(server.url());
        EXPECT_EQ(call.failure, TransportFailure::tls);
        EXPECT_NE(call.message.find("no certificate authority could be read from the folder '" + places.path() +
                                    "' or the file '" + bundle + '\''),
                  std::string::npos)
            << call.message;
    }
    write_bundle(authority.certificate_pem());
    EXPECT_EQ(get(server.url()).body, "secure");
}

TEST_P(TransportTrust, is_read_once_a_descriptor_is_free_again) {
    if (is_sanitized) GTEST_SKIP() << "a sanitizer opens descriptors itself when it looks at memory";
    write_bundle(authority.certificate_pem());
    const SystemTrust system{places.path(), bundle};
    transport = make();
    std::unique_ptr<NoDescriptors> none;
    ServerTls tls = server_tls();
    tls.before_handshake = [&none](ServerConnection& connection) {
        connection.wait_until_readable();  // the client has all descriptors of its connection
        if (connection.index() == 0) none = std::make_unique<NoDescriptors>();
        return true;
    };
    RawServer server{always(http_answer(200, "secure")), tls};
    const FailedCall call = fail(server.url());
    EXPECT_TRUE(server.wait_for_ended_connections(1));
    none.reset();
    EXPECT_EQ(call.failure, TransportFailure::tls) << call.message;
    EXPECT_EQ(get(server.url()).body, "secure");
}

TEST_P(TransportTrust, is_in_each_certificate_of_ca_file_even_if_another_authority_issued_it) {
    const CertificateAuthority intermediate{"Intermediate", authority};
    const Certificate certificate = intermediate.issue();
    RawServer server{always(http_answer(200, "secure")), ServerTls{certificate, {}, {}}};
    for (const std::string& pem : {intermediate.certificate_pem(), certificate.certificate_pem}) {
        trust_ca_file(pem);
        EXPECT_EQ(get(server.url()).body, "secure");
    }
    trust_ca_file(authority.certificate_pem());
    EXPECT_EQ(fail(server.url()).failure, TransportFailure::tls) << "nobody sends the intermediate";
}

TEST_P(TransportTrust, is_in_a_self_signed_certificate_that_ca_file_holds) {
    const Certificate certificate = self_signed_certificate();
    RawServer server{always(http_answer(200, "secure")), ServerTls{certificate, {}, {}}};
    trust_ca_file(certificate.certificate_pem);
    EXPECT_EQ(get(server.url()).body, "secure");
}

TEST_P(TransportTrust, is_in_nobody_of_the_systems_bundle_who_is_no_authority) {
    const CertificateAuthority intermediate{"Intermediate", authority};
    write_bundle(intermediate.certificate_pem());
    const SystemTrust system{places.path(), bundle};
    transport = make();
    RawServer server{always(http_answer(200, "")), ServerTls{intermediate.issue(), {}, {}}};
    EXPECT_EQ(fail(server.url()).failure, TransportFailure::tls);
}

}  // namespace
}  // namespace apivideo::tests
