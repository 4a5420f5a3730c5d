// SPDX-License-Identifier: MIT
// What became of a call, as text: rows as `value=plays`, an exception as its name and what it says to programs.
#include "hostile/outcome.hpp"

#include <apivideo/apivideo.hpp>

#include <utility>

namespace apivideo::tests {
namespace {

VideosPlaysRequest request() { return {date::year{2023} / 6 / 1, VideosDimension::country, {}, {}, {}, {}}; }

void append(std::string& text, const AnalyticsData& row) {
    if (!text.empty()) text += ' ';
    text += row.value + '=' + std::to_string(row.plays);
}

std::string name_of(int status) {
    switch (status) {
        case 400:
            return "BadRequestException";
        case 401:
            return "UnauthorizedException";
        case 403:
            return "ForbiddenException";
        case 404:
            return "NotFoundException";
        case 429:
            return "TooManyRequestsException";
        default:
            return status >= 500 ? "ServiceException" : "ApiException";
    }
}

std::string type_of(const ApiException& e) {
    if (dynamic_cast<const BadRequestException*>(&e)) return "BadRequestException";
    if (dynamic_cast<const UnauthorizedException*>(&e)) return "UnauthorizedException";
    if (dynamic_cast<const ForbiddenException*>(&e)) return "ForbiddenException";
    if (dynamic_cast<const NotFoundException*>(&e)) return "NotFoundException";
    if (dynamic_cast<const TooManyRequestsException*>(&e)) return "TooManyRequestsException";
    if (dynamic_cast<const ServiceException*>(&e)) return "ServiceException";
    return "ApiException";
}

std::vector<std::string> words_of(const ApiException& e) {
    std::vector<std::string> words{e.what(), e.reason(), e.body()};
    for (const HttpHeader& header : e.headers()) words.push_back(header.name + ": " + header.value);
    const auto add = [&](const Problem& problem) {
        for (const auto& member : {problem.type, problem.title, problem.detail, problem.name})
            if (member) words.push_back(*member);
    };
    add(e.problem());
    for (const Problem& problem : e.problem().problems) add(problem);
    return words;
}

/// @return the outcome of the exception that is being handled.
Outcome current_outcome() {
    try {
        throw;
    } catch (const ApiException& e) {
        return {type_of(e) + ' ' + std::to_string(e.status()), words_of(e)};
    } catch (const TransportException& e) {
        return {std::string{"TransportException "} + to_string(e.failure()), {e.what()}};
    } catch (const UnexpectedResponseException& e) {
        return {"UnexpectedResponseException " + std::to_string(e.status()) + " at '" + e.where() + '\'', {e.what()}};
    } catch (const Exception& e) {
        return {std::string{"Exception "} + e.what(), {e.what()}};
    } catch (const std::exception& e) {
        return {std::string{"not an exception of this library: "} + e.what(), {e.what()}};
    }
}

}  // namespace

Expected operator|(Expected a, const Expected& b) {
    a.outcomes.insert(a.outcomes.end(), b.outcomes.begin(), b.outcomes.end());
    return a;
}

Expected rows(const std::string& text) { return {{text}}; }
Expected right_data() { return rows("france=7"); }
Expected fails(TransportFailure failure) { return {{std::string{"TransportException "} + to_string(failure)}}; }
Expected api_error(int status) { return {{name_of(status) + ' ' + std::to_string(status)}}; }
Expected refused_login(int status) { return {{"UnauthorizedException " + std::to_string(status)}}; }
Expected unexpected(const std::string& where, int status) {
    return {{"UnexpectedResponseException " + std::to_string(status) + " at '" + where + '\''}};
}

std::string one_page(const AnalyticsApi& api) {
    std::string text;
    for (const AnalyticsData& row : api.get_videos_plays(request()).data) append(text, row);
    return text;
}

std::function<std::string(const AnalyticsApi&)> all_pages(std::optional<std::int64_t> max_pages, int concurrency) {
    ListOptions options;
    options.max_pages = max_pages;
    options.concurrency = concurrency;
    return [options](const AnalyticsApi& api) {
        std::string text;
        try {
            for (const AnalyticsData& row : api.list_videos_plays(request(), options)) append(text, row);
        } catch (const Exception&) {
            if (text.empty()) throw;
            text += ", then " + current_outcome().text;
        }
        return text;
    };
}

Outcome outcome_of(const std::function<std::string(const AnalyticsApi&)>& call, const AnalyticsApi& api) {
    try {
        return {call(api), {}};
    } catch (...) {
        return current_outcome();
    }
}

}  // namespace apivideo::tests
