// SPDX-License-Identifier: MIT
// What went wrong, as a line and an exit status.
#include "failure.hpp"

#include "output.hpp"
#include "text.hpp"

namespace analytics_report {

Failure current_failure() {
    try {
        throw;
    } catch (const Refused& e) {
        return {refused, e.what()};
    } catch (const apivideo::InvalidRequestException& e) {
        return {refused, e.what()};
    } catch (const apivideo::ApiException& e) {
        return {error_answer, e.what()};
    } catch (const apivideo::TransportException& e) {
        return {no_answer, e.what()};
    } catch (const apivideo::UnexpectedResponseException& e) {
        return {not_the_contract, e.what()};
    } catch (const std::exception& e) {
        return {not_written, e.what()};
    } catch (...) {
        return {not_written, "something unknown went wrong"};
    }
}

std::string line_of(std::string_view message, std::string_view secret) {
    std::string line{message};
    for (std::size_t at = 0; !secret.empty() && (at = line.find(secret, at)) != std::string::npos;) {
        constexpr std::string_view mark{"[redacted]"};
        line.replace(at, secret.size(), mark);
        at += mark.size();
    }
    return printable(line);
}

}  // namespace analytics_report
