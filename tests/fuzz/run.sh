#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# run.sh SECONDS [TARGET...]: builds the fuzz targets and runs each for that long, two at a time. What they find is left in
# build/fuzz/findings/ and makes this fail; what they learn is kept in build/fuzz/learned/, where the next run begins.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
# shellcheck source=cmake/install_packages.sh
source "$root/cmake/install_packages.sh"

seconds=${1:-}
if ! [[ $seconds =~ ^[1-9][0-9]*$ ]]; then
  say "usage: run.sh SECONDS [TARGET...]"
  exit 2
fi
shift
targets=("$@")
if [ "${#targets[@]}" -eq 0 ]; then
  for folder in "$root"/tests/fuzz/corpus/*/; do targets+=("$(basename "$folder")"); done
fi

install_packages "${fuzz_packages[@]}"
build_preset "$root" fuzz

findings=$root/build/fuzz/findings learned=$root/build/fuzz/learned logs=$root/build/fuzz/logs
mkdir -p "$findings" "$logs"

# fuzz TARGET: 4096 bytes hold every kind of answer; larger ones only take longer.
fuzz() {
  mkdir -p "$learned/$1"
  "$root/build/fuzz/tests/fuzz/fuzz_$1" -max_total_time="$seconds" -max_len=4096 -timeout=10 -rss_limit_mb=2048 \
    -print_final_stats=1 -artifact_prefix="$findings/$1-" "$learned/$1" "$root/tests/fuzz/corpus/$1" >"$logs/$1.log" 2>&1
}

# report TARGET PID: waits for it and says how it ended.
report() {
  if wait "$2"; then
    say "$1: $(sed -n 's/^stat::number_of_executed_units: *//p' "$logs/$1.log") inputs, nothing found"
  else
    say "$1: a finding, kept in build/fuzz/findings; it ended with"
    tail -n 40 "$logs/$1.log" >&2
    failures=$((failures + 1))
  fi
}

failures=0
for ((i = 0; i < ${#targets[@]}; i += 2)); do
  pair=("${targets[@]:i:2}") pids=()
  for target in "${pair[@]}"; do
    fuzz "$target" &
    pids+=("$!")
  done
  for ((j = 0; j < ${#pair[@]}; ++j)); do report "${pair[j]}" "${pids[j]}"; done
done
[ "$failures" -eq 0 ]
