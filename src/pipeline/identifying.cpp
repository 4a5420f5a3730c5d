// SPDX-License-Identifier: MIT
// Adds headers that say which library and program send the request.
#include "pipeline/wrappers.hpp"

#include <apivideo/errors.hpp>
#include <apivideo/version.hpp>

#include "text/ascii.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace apivideo::detail {
namespace {

constexpr std::size_t max_name_size = 50;

bool is_name(std::string_view name) {
    return !name.empty() && name.size() <= max_name_size &&
           std::all_of(name.begin(), name.end(), [](char c) { return is_alphanumeric(c) || c == '_' || c == '-'; });
}

/// One to three numbers of one to three digits, separated by points.
bool is_version(std::string_view version) {
    for (int part = 1; part <= 3; ++part) {
        const std::string_view number = version.substr(0, version.find('.'));
        if (number.empty() || number.size() > 3 || !std::all_of(number.begin(), number.end(), is_digit)) return false;
        if (number.size() == version.size()) return true;
        version.remove_prefix(number.size() + 1);
    }
    return false;
}

std::string checked(const char* field, const NameAndVersion& program) {
    if (!is_name(program.name))
        throw InvalidRequestException{
            field, "has a malformed name, expected 1 to " + std::to_string(max_name_size) + " of A-Z a-z 0-9 _ -"};
    if (!is_version(program.version))
        throw InvalidRequestException{field, "has a malformed version, expected xxx[.yyy][.zzz] of digits"};
    return program.name + ':' + program.version;
}

class Identifying final : public HttpTransport {
  public:
    Identifying(std::shared_ptr<HttpTransport> inner, HttpHeaders headers)
        : inner_{std::move(inner)}, headers_{std::move(headers)} {}

    HttpResponse send(const HttpRequest& request, const CallContext& context) override {
        HttpRequest identified = request;
        for (const HttpHeader& header : headers_)
            if (!request.headers.find(header.name)) identified.headers.add(header.name, header.value);
        return inner_->send(identified, context);
    }

  private:
    std::shared_ptr<HttpTransport> inner_;
    HttpHeaders headers_;
};

}  // namespace

std::shared_ptr<HttpTransport> make_identifying(std::shared_ptr<HttpTransport> inner,
                                                const std::optional<NameAndVersion>& application,
                                                const std::optional<NameAndVersion>& sdk) {
    HttpHeaders headers{{"User-Agent", std::string{"apivideo-cpp/"} + version},
                        {"Accept", "application/json"},
                        {"AV-Origin-Client", std::string{"cpp:"} + version}};
    if (application) headers.add("AV-Origin-App", checked("application", *application));
    if (sdk) headers.add("AV-Origin-Sdk", checked("sdk", *sdk));
    return std::make_shared<Identifying>(std::move(inner), std::move(headers));
}

}  // namespace apivideo::detail
