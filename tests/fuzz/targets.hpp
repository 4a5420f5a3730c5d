// SPDX-License-Identifier: MIT
// What must hold for any input: the functions that libFuzzer and the test over the corpus call.
#pragma once

#include <string_view>

namespace apivideo::fuzz {

// Each throws BrokenInvariant where something does not hold that has to.

void base_url(std::string_view text);        // parse_url, normalized_base_url
void metrics_answer(std::string_view body);  // decode, the fields of the three /data answers
void plays_answer(std::string_view body);    // decode, plays_fields
void plays_query(std::string_view bytes);    // target
void problem_body(std::string_view body);    // decode_problem and every exception that says what was answered
void rate_limit_headers(
    std::string_view lines);               // a status, then headers: parse_rate_limit, wait_asked_for, RateWindow
void redaction(std::string_view lines);    // three secrets, then a text: Redactor
void token_answer(std::string_view body);  // decode_token

}  // namespace apivideo::fuzz
