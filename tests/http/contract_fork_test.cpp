// SPDX-License-Identifier: MIT
// Contract of transports: what a child process does with a transport of its parent.
#include "http/transport_contract.hpp"

#include "support/certificates.hpp"
#include "support/temporary_file.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <functional>
#include <string>

namespace apivideo::tests {
namespace {

/// Runs @p run in a child process. @return what it wrote; empty if it did not end by itself.
std::string written_by_child(const std::function<std::string()>& run) {
    int ends[2];
    if (::pipe(ends) != 0) return {};
    const pid_t child = ::fork();
    if (child == 0) {
        ::alarm(10);
        const std::string text = run();
        const bool written = ::write(ends[1], text.data(), text.size()) == static_cast<ssize_t>(text.size());
        ::_exit(written ? 0 : 1);
    }
    ::close(ends[1]);
    std::string text(1000, '\0');
    const ssize_t size = ::read(ends[0], text.data(), text.size());
    ::close(ends[0]);
    int status = 0;
    if (::waitpid(child, &status, 0) != child || !WIFEXITED(status) || WEXITSTATUS(status) != 0 || size < 0) return {};
    text.resize(static_cast<std::size_t>(size));
    return text;
}

TEST_P(TransportContract, is_refused_in_a_child_process_and_leaves_its_parent_alone) {
    const CertificateAuthority authority;
    const TemporaryFile ca_file{authority.certificate_pem()};
    TransportOptions options;
    options.ca_file = ca_file.path();
    transport = make(options);
    RawServer plain{always(http_answer(200, "plain"))};
    RawServer secure{always(http_answer(200, "secure")), ServerTls{authority.issue(), {}, {}}};
    get(plain.url());
    get(secure.url());
    const std::string failures = written_by_child([&] {
        std::string messages;
        for (const std::string& url : {plain.url(), secure.url()}) {
            try {
                messages += get(url).body;
            } catch (const TransportException& e) {
                messages += std::string{to_string(e.failure())} + ": " + e.what() + '\n';
            }
        }
        transport.reset();
        return messages;
    });
    EXPECT_EQ(failures, "other: " + plain.url("") +
                            ": the transport was made before fork(), make one in the child process\n"
                            "other: " +
                            secure.url("") + ": the transport was made before fork(), make one in the child process\n");
    EXPECT_EQ(get(plain.url()).body, "plain");
    EXPECT_EQ(get(secure.url()).body, "secure");
    EXPECT_EQ(plain.connection_count(), 1U);
    EXPECT_EQ(secure.connection_count(), 1U);
}

}  // namespace
}  // namespace apivideo::tests
