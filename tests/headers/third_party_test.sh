#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# third_party_test.sh COMPILER INCLUDE GENERATED_INCLUDE: compiles a program that includes every public header but json.hpp
# where every other library's headers are broken, and looks at which files it read.
set -euo pipefail
compiler=$1 include=$2 generated=$3

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
for header in cpprest/http_client.h cpprest/json.h pplx/pplxtasks.h boost/asio.hpp boost/version.hpp nlohmann/json.hpp \
  nlohmann/json_fwd.hpp curl/curl.h openssl/ssl.h httplib.h; do
  mkdir -p "$folder/broken/$(dirname "$header")"
  echo "#error \"$header is not for users to need\"" >"$folder/broken/$header"
done

# The umbrella first: it is what users include.
headers=(apivideo/apivideo.hpp)
for root in "$include" "$generated"; do
  while read -r header; do
    [ "$header" = apivideo/analytics/json.hpp ] || headers+=("$header")
  done < <(cd "$root" && find apivideo -name '*.hpp' | sort)
done
printf '#include <%s>\n' "${headers[@]}" >"$folder/program.cpp"
echo 'int main() { apivideo::VideosPlaysRequest request; (void)request; }' >>"$folder/program.cpp"
[ "${#headers[@]}" -gt 15 ]

"$compiler" -std=c++17 -Wall -Wextra -Werror -fsyntax-only -I "$folder/broken" -I "$include" -I "$generated" \
  "$folder/program.cpp"

# The compiler's and the C library's own folders and headers are what may be read besides.
mapfile -t read_files < <("$compiler" -std=c++17 -M -I "$include" -I "$generated" "$folder/program.cpp" |
  grep -oE '/[^ \\]+' | xargs realpath | sort -u)
[ "${#read_files[@]}" -gt 50 ]
others=$(printf '%s\n' "${read_files[@]}" | grep -vF -e "$include/" -e "$generated/" -e "$folder/" |
  grep -vE '^/usr/(lib/((gcc|llvm|clang)[-/]|linux/uapi/)|include/(c\+\+|date|linux|asm-generic|[^/]+-linux-gnu[^/]*/(c\+\+|bits|sys|gnu|asm)))' |
  grep -vE '^/usr/include/[a-z_0-9-]+\.h$' || true)
# The project itself may live in a folder curl/.
others+=$(printf '%s\n' "${read_files[@]}" | grep -vF -e "$include/" -e "$generated/" |
  grep -E '/httplib\.h|/(cpprest|pplx|boost|nlohmann|curl|openssl|CLI)/' || true)
if [ -n "$others" ]; then
  echo "$others"
  echo "the public headers read these, expected no library's headers but those of date"
  exit 1
fi
printf '%s\n' "${read_files[@]}" | grep 'date/date\.h'
