#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# macros_test.sh COMPILER INCLUDE GENERATED_INCLUDE: every public header compiles beside macros that system headers and
# other libraries are known to define.
set -euo pipefail
compiler=$1 include=$2 generated=$3

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
# What is not ours comes first: it need not bear these macros.
grep -rhE '^#include <' "$include" | grep -v '<apivideo/' | sort -u >"$folder/program.cpp"
cat >>"$folder/program.cpp" <<'MACROS'
#define min(a, b) poisoned
#define max(a, b) poisoned
#define U(text) poisoned
#define _T(text) poisoned
#define check(condition) poisoned
#define small poisoned
#define near poisoned
#define far poisoned
#define interface poisoned
#define IN poisoned
#define OUT poisoned
#define ERROR poisoned
#define DELETE poisoned
#define OPTIONAL poisoned
#define NO_ERROR poisoned
#define GetObject poisoned
#define SendMessage poisoned
#define Status poisoned
#define None poisoned
#define Bool poisoned
#define Success poisoned
#define unix poisoned
#define linux poisoned
#define major poisoned
#define minor poisoned
MACROS
mapfile -t ours < <( (cd "$include" && find apivideo -name '*.hpp' && cd "$generated" && find apivideo -name '*.hpp') | sort -u)
[ "${#ours[@]}" -gt 15 ]
printf '#include <%s>\n' "${ours[@]}" >>"$folder/program.cpp"
for standard in 17 20; do
  "$compiler" -std=c++$standard -Wall -Wextra -Werror -fsyntax-only -I "$include" -I "$generated" "$folder/program.cpp"
done
