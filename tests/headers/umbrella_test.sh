#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# umbrella_test.sh COMPILER INCLUDE GENERATED_INCLUDE: compiles a program that includes the umbrella header where every
# other library's headers are broken, and looks at which files it read.
set -euo pipefail
compiler=$1 include=$2 generated=$3

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
for header in cpprest/http_client.h cpprest/json.h pplx/pplxtasks.h boost/asio.hpp boost/version.hpp nlohmann/json.hpp \
  nlohmann/json_fwd.hpp curl/curl.h openssl/ssl.h httplib.h; do
  mkdir -p "$folder/broken/$(dirname "$header")"
  echo "#error \"$header is not for users to need\"" >"$folder/broken/$header"
done
printf '#include <apivideo/apivideo.hpp>\nint main() { apivideo::VideosPlaysRequest request; (void)request; }\n' \
  >"$folder/program.cpp"

"$compiler" -std=c++17 -Wall -Wextra -Werror -fsyntax-only -I "$folder/broken" -I "$include" -I "$generated" \
  "$folder/program.cpp"

read_files=$("$compiler" -std=c++17 -M -I "$include" -I "$generated" "$folder/program.cpp")
foreign_files=$(sed "s#$include/##g; s#$generated/##g" <<<"$read_files")  # the project may live in a folder curl/
if grep -oE '[^ ]*/(cpprest|pplx|boost|nlohmann|curl|openssl|CLI)/[^ ]*' <<<"$foreign_files"; then
  echo "apivideo.hpp reads these, expected no library's headers but those of date"
  exit 1
fi
grep -q 'date/date\.h' <<<"$read_files"
