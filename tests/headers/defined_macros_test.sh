#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# defined_macros_test.sh COMPILER INCLUDE GENERATED_INCLUDE: the public headers define the export macro of each library and
# the guards of the two headers that are generated, and no other macro.
set -euo pipefail
compiler=$1 include=$2 generated=$3

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
(cd "$include" && find apivideo -name '*.hpp' && cd "$generated" && find apivideo -name '*.hpp') | sort -u |
  sed 's/.*/#include <&>/' >"$folder/program.cpp"
[ "$(wc -l <"$folder/program.cpp")" -gt 15 ]

# What the preprocessor read, each line with its file: the macros that our files define and leave defined.
macros=$("$compiler" -std=c++17 -E -dD -I "$include" -I "$generated" "$folder/program.cpp" |
  awk -v include="$include/" -v generated="$generated/" '
    /^# [0-9]+ "/ { split($0, parts, "\""); ours = index(parts[2], include) == 1 || index(parts[2], generated) == 1; next }
    ours && $1 == "#define" { sub(/\(.*/, "", $2); defined[$2] = 1 }
    $1 == "#undef" { delete defined[$2] }
    END { for (name in defined) print name }' | LC_ALL=C sort)
expected='APIVIDEO_EXPORT
APIVIDEO_EXPORT_HPP
APIVIDEO_TEST_SUPPORT_EXPORT
APIVIDEO_TEST_SUPPORT_EXPORT_HPP'
[ "$macros" = "$expected" ] || { echo "the public headers define $macros: expected $expected"; exit 1; }
