#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# compile_fail_test.sh COMPILER PROGRAM INCLUDE...: the program compiles, and with WRONG defined it does not: the first
# error is in the line that says "does not compile", so that no other mistake passes for the right one.
set -euo pipefail
compiler=$1 program=$2
shift 2
arguments=(-std=c++17 -Wall -Wextra -Werror -fsyntax-only "${@/#/-I}" "$program")

"$compiler" "${arguments[@]}" || { echo "$program: expected to compile without WRONG"; exit 1; }

line=$(grep -n '// does not compile$' "$program" | cut -d : -f 1)
[ "$(wc -w <<<"$line")" -eq 1 ] || { echo "$program: expected one line that says 'does not compile'"; exit 1; }
if messages=$("$compiler" -DWRONG -fdiagnostics-color=never "${arguments[@]}" 2>&1); then
  echo "$program:$line compiles: expected not to"
  exit 1
fi
first=$(grep -m 1 -E '^[^ ]+:[0-9]+:[0-9]+: (fatal )?error: ' <<<"$messages")
case $first in
  "$program:$line:"*) ;;
  *) echo "expected the first error in line $line, found $first"; exit 1 ;;
esac
