// SPDX-License-Identifier: MIT
// A TLS server on loopback that seems far away: distant_server CA_FILE [ROUND_TRIP_MS [PAGES [1.2|1.3]]].
//
// Writes the authority that its certificate is of to CA_FILE, and prints its port. Told to end, it prints how many
// connections it had, how many handshakes of them were full and resumed, how many requests, and the round trips that
// its clients waited for, of all connections together: those of a call that is alone.
#include "distant_link.hpp"
#include "loopback.hpp"
#include "served_pages.hpp"
#include "support/certificates.hpp"

#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <string>

namespace {

using namespace apivideo;
using namespace apivideo::benchmark;

struct Counts {
    std::atomic<int> full{0};
    std::atomic<int> resumed{0};
    std::atomic<int> requests{0};
    std::atomic<int> round_trips{0};
};

struct Settings {
    std::chrono::milliseconds round_trip;
    std::int64_t pages;
    std::shared_ptr<SSL_CTX> tls;
};

std::shared_ptr<BIO> memory(const std::string& text) {
    return {BIO_new_mem_buf(text.data(), static_cast<int>(text.size())), BIO_free};
}

std::shared_ptr<SSL_CTX> make_tls(const tests::Certificate& certificate, int version) {
    std::shared_ptr<SSL_CTX> context{SSL_CTX_new(TLS_server_method()), SSL_CTX_free};
    const std::shared_ptr<X509> shown{
        PEM_read_bio_X509(memory(certificate.certificate_pem).get(), nullptr, nullptr, nullptr), X509_free};
    const std::shared_ptr<EVP_PKEY> key{
        PEM_read_bio_PrivateKey(memory(certificate.key_pem).get(), nullptr, nullptr, nullptr), EVP_PKEY_free};
    if (SSL_CTX_set_min_proto_version(context.get(), version) != 1 ||
        SSL_CTX_set_max_proto_version(context.get(), version) != 1 ||
        SSL_CTX_use_certificate(context.get(), shown.get()) != 1 ||
        SSL_CTX_use_PrivateKey(context.get(), key.get()) != 1)
        throw std::runtime_error{"OpenSSL does not take the certificate or the version"};
    return context;
}

/// TLS between a link and the answers, in memory: OpenSSL sees no socket, so the link decides when bytes arrive.
class Session {
  public:
    Session(int socket, const Settings& settings, Counts& counts)
        : link_{socket, settings.round_trip, counts.round_trips}, settings_{settings}, counts_{counts} {
        SSL_set_bio(ssl_.get(), BIO_new(BIO_s_mem()), BIO_new(BIO_s_mem()));
        SSL_set_accept_state(ssl_.get());
    }

    void run() {
        for (std::string bytes = link_.receive(); !bytes.empty(); bytes = link_.receive()) {
            BIO_write(SSL_get_rbio(ssl_.get()), bytes.data(), static_cast<int>(bytes.size()));
            read();
            answer();
            send();
        }
    }

  private:
    void read() {
        const bool was_open = SSL_is_init_finished(ssl_.get());
        char buffer[16 * 1024];
        for (int got = 0; (got = SSL_read(ssl_.get(), buffer, sizeof buffer)) > 0;)
            received_.append(buffer, static_cast<std::size_t>(got));
        if (!was_open && SSL_is_init_finished(ssl_.get()))
            ++(SSL_session_reused(ssl_.get()) ? counts_.resumed : counts_.full);
    }

    void answer() {
        while (const std::size_t size = request_size(received_)) {
            const std::string answer = answer_to(std::string_view{received_}.substr(0, size), settings_.pages);
            received_.erase(0, size);
            SSL_write(ssl_.get(), answer.data(), static_cast<int>(answer.size()));
            ++counts_.requests;
        }
    }

    void send() {
        char* data = nullptr;
        BIO* const out = SSL_get_wbio(ssl_.get());
        const long size = BIO_get_mem_data(out, &data);
        link_.send({data, static_cast<std::size_t>(size)});
        BIO_reset(out);
    }

    DistantLink link_;
    const Settings& settings_;
    Counts& counts_;
    std::shared_ptr<SSL> ssl_{SSL_new(settings_.tls.get()), SSL_free};
    std::string received_{};
};

Settings prepare(int argc, char** argv) {
    const tests::CertificateAuthority authority;
    std::ofstream file{argv[1]};
    file << authority.certificate_pem() << std::flush;
    if (!file) throw std::runtime_error{std::string{"cannot write "} + argv[1]};
    const bool old = argc > 4 && std::string{argv[4]} == "1.2";
    return {std::chrono::milliseconds{argc > 2 ? std::atoi(argv[2]) : 40}, argc > 3 ? std::atoll(argv[3]) : 1000,
            make_tls(authority.issue(), old ? TLS1_2_VERSION : TLS1_3_VERSION)};
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        std::fputs("usage: distant_server CA_FILE [ROUND_TRIP_MS [PAGES [1.2|1.3]]]\n", stderr);
        return 2;
    }
    try {
        const Settings settings = prepare(argc, argv);
        Counts counts;
        const int connections = serve_on_loopback([&](int socket) { Session{socket, settings, counts}.run(); });
        std::printf("%d %d %d %d %d\n", connections, counts.full.load(), counts.resumed.load(), counts.requests.load(),
                    counts.round_trips.load());
        std::fflush(stdout);
        ::_exit(0);  // the threads hold nothing that matters
    } catch (const std::exception& e) {
        std::fprintf(stderr, "distant_server: %s\n", e.what());
        return 1;
    }
}
