// SPDX-License-Identifier: MIT
// The addresses of a host in libcurl's form, so that libcurl does not look it up in a thread that it cannot end.
#include "http/curl/address_lines.hpp"

#include <cstddef>

namespace apivideo::detail::curl {

AddressLines::AddressLines(const Url& host, const std::vector<std::string>& addresses) {
    if (is_ip_address(host.host)) return;
    std::string all;
    for (const std::string& address : addresses) {
        const bool has_zone = address.find('%') != std::string::npos;  // libcurl takes none
        if (!has_zone) all.append(all.empty() ? "" : ",").append(address);
    }
    if (all.empty()) return;
    has_several_ = addresses.size() > 1;
    // Versions of libcurl differ on whether they drop the dot at the end of a rooted name before they look.
    const std::array<std::string, 2> names{host.host, std::string{host.server_name()}};
    for (std::size_t i = 0; i < names.size(); ++i) {
        texts_[i] = names[i] + ':' + std::to_string(host.port) + ':' + all;
        lines_[i].data = texts_[i].data();
    }
    lines_[0].next = &lines_[1];
}

}  // namespace apivideo::detail::curl
