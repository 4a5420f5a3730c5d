// SPDX-License-Identifier: MIT
// Certificate authorities of the system that a test makes up: X509_get_default_cert_dir() and ..._file() of the test's
// program stand before OpenSSL's.
#pragma once

#include <string>

namespace apivideo::tests {

/// As long as it is there, transports that are made trust this folder and this file. One at a time.
class SystemTrust {
  public:
    SystemTrust(std::string folder, std::string file);
    SystemTrust(const SystemTrust&) = delete;
    SystemTrust& operator=(const SystemTrust&) = delete;
    ~SystemTrust();
};

}  // namespace apivideo::tests
