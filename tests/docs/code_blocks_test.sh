#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# code_blocks_test.sh ROOT COMPILER INCLUDE...: compiles every ```cpp block of the documents, in C++20 where it says
# ```cpp c++20: a whole program as it is, a fragment as the body of a function that has an `api_key`.
set -euo pipefail
root=$1 compiler=$2
shift 2
includes=("${@/#/-I}")

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
failures=0 blocks=0
for document in "$root"/README.md "$root"/docs/*.md; do
  awk -v prefix="$folder/$(basename "$document" .md)-line-" '
    /^```cpp( c\+\+20)?$/ { file = prefix (NR + 1) (NF == 2 ? ".c++20" : ".c++17") ".block"; next }
    /^```$/ { file = ""; next }
    file != "" { print > file }' "$document"
done
for block in "$folder"/*.block; do
  program=${block%.block}.cpp
  standard=${program%.cpp} standard=${standard##*.}
  if grep -q '^int main(' "$block"; then
    cp "$block" "$program"
  else
    {
      printf '#include <apivideo/apivideo.hpp>\n#include <apivideo/test_support/fake_transport.hpp>\n#include <iostream>\n'
      printf 'void fragment(const std::string& api_key) {\n(void)api_key;\n'
      cat "$block"
      printf '}\n'
    } >"$program"
  fi
  blocks=$((blocks + 1))
  "$compiler" "-std=$standard" -Wall -Wextra -Werror -fsyntax-only "${includes[@]}" "$program" || failures=$((failures + 1))
done
echo "$blocks blocks, $failures do not compile"
[ "$blocks" -gt 0 ] && [ "$failures" -eq 0 ]
