// SPDX-License-Identifier: MIT
// The part of a server on loopback that does not depend on what it serves.
#pragma once

#include <functional>

namespace apivideo::benchmark {

/// Prints its port, then calls @p serve in a thread for each connection, until the process is told to end. The socket
/// is closed after @p serve. @return how many connections there were; threads may still run then.
int serve_on_loopback(const std::function<void(int connection)>& serve);

}  // namespace apivideo::benchmark
