// SPDX-License-Identifier: MIT
// What the answers of all calls have in common, for the targets that compare them with a tree.
#pragma once

#include "fuzz/invariants.hpp"

#include <apivideo/analytics/pagination.hpp>
#include <apivideo/errors.hpp>

namespace apivideo::fuzz {

/// What the contract makes of `pagination`; unset where it is not the contract.
[[nodiscard]] std::optional<Pagination> pagination_of(const nlohmann::json& tree);

/// @throws BrokenInvariant unless @p e says where in @p body the fault is.
void check_refusal(const UnexpectedResponseException& e, const Document& document, const std::string& body);

}  // namespace apivideo::fuzz
