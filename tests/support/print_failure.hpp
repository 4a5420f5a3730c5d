// SPDX-License-Identifier: MIT
// How GoogleTest shows a TransportFailure.
#pragma once

#include <apivideo/errors.hpp>

#include <ostream>

namespace apivideo {

inline void PrintTo(TransportFailure failure, std::ostream* out) { *out << to_string(failure); }

}  // namespace apivideo
