// SPDX-License-Identifier: MIT
// The transports that the library was built with.
#include "transports.hpp"

#ifdef ANALYTICS_REPORT_WITH_CPPREST
#include <pplx/threadpool.h>
#include <apivideo/http/cpprest_transport.hpp>
#endif
#ifdef ANALYTICS_REPORT_WITH_CURL
#include <apivideo/http/curl_transport.hpp>
#endif

#include <array>
#include <cstddef>

namespace analytics_report {
namespace {

struct Choice {
    std::string_view name;
    TransportKind kind;
};

constexpr std::array choices{
#ifdef ANALYTICS_REPORT_WITH_CPPREST
    Choice{"cpprest", TransportKind::cpprest},
#endif
#ifdef ANALYTICS_REPORT_WITH_CURL
    Choice{"curl", TransportKind::curl},
#endif
};

/// cpprestsdk starts 40 threads unless the program says otherwise before anything uses it. A few do the same work for
/// less; docs/benchmarks.md has the figures.
void size_pool() {
#ifdef ANALYTICS_REPORT_WITH_CPPREST
    constexpr std::size_t threads = 4;
    crossplat::threadpool::initialize_with_threads(threads);
#endif
}

}  // namespace

std::optional<TransportKind> transport_named(std::string_view name) {
    for (const Choice& choice : choices)
        if (choice.name == name) return choice.kind;
    return std::nullopt;
}

std::string transport_names() {
    std::string names;
    for (const Choice& choice : choices) names.append(names.empty() ? "" : " or ").append(choice.name);
    return names;
}

std::shared_ptr<apivideo::HttpTransport> make_transport(TransportKind kind, const apivideo::TransportOptions& options) {
    if (kind != TransportKind::curl) size_pool();
#ifdef ANALYTICS_REPORT_WITH_CPPREST
    if (kind == TransportKind::cpprest) return apivideo::make_cpprest_transport(options);
#endif
#ifdef ANALYTICS_REPORT_WITH_CURL
    if (kind == TransportKind::curl) return apivideo::make_curl_transport(options);
#endif
    if (kind != TransportKind::built_in) throw Refused{"--transport names one that this build does not have"};
    return apivideo::make_default_transport(options);
}

}  // namespace analytics_report
