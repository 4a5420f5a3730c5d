#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# vtables_test.sh COMPILER NM INCLUDE GENERATED_INCLUDE: a program that makes, throws, copies and catches each exception, and
# has a transport of its own, uses the vtables and types of the library and has none itself.
set -euo pipefail
compiler=$1 nm=$2 include=$3 generated=$4

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mapfile -t exceptions < <(sed -n 's/^class APIVIDEO_EXPORT \([A-Za-z]*\) : public .*/\1/p' "$include/apivideo/errors.hpp")
[ "${#exceptions[@]}" -eq 11 ]
{
  echo '#include <apivideo/apivideo.hpp>'
  echo 'struct Own : apivideo::HttpTransport {'
  echo '    apivideo::HttpResponse send(const apivideo::HttpRequest&, const apivideo::CallContext&) override { return {}; }'
  echo '};'
  echo 'std::shared_ptr<apivideo::HttpTransport> own() { return std::make_shared<Own>(); }'
  echo 'template <class E, class... Arguments>'
  echo 'bool caught(Arguments... arguments) {'
  echo '    try {'
  echo '        const E e{arguments...};'
  echo '        throw E{e};'
  echo '    } catch (const E& e) { return e.what() != nullptr; }'
  echo '}'
  echo 'bool program() {'
  echo '    const apivideo::HttpResponse response;'
  echo '    return true'
  for exception in "${exceptions[@]}"; do
    case $exception in
      Exception) arguments='"text"' ;;
      InvalidRequestException) arguments='"field", "text"' ;;
      TransportException) arguments='apivideo::TransportFailure::tls, "text"' ;;
      UnexpectedResponseException) arguments='"where", "text", response' ;;
      *) arguments='response, apivideo::Problem{}' ;;
    esac
    echo "        && caught<apivideo::$exception>($arguments)"
  done
  echo '        ;'
  echo '}'
} >"$folder/program.cpp"
"$compiler" -std=c++17 -Wall -Wextra -Werror -c -I "$include" -I "$generated" -o "$folder/program.o" "$folder/program.cpp"

symbols=$("$nm" --demangle "$folder/program.o")
if grep -E ' [^U] (vtable|typeinfo|typeinfo name) for apivideo::' <<<"$symbols"; then
  echo "the program has these itself: expected those of the library"
  exit 1
fi
for exception in "${exceptions[@]}"; do
  grep -qE " U typeinfo for apivideo::$exception\$" <<<"$symbols" || { echo "the program uses no apivideo::$exception"; exit 1; }
done
