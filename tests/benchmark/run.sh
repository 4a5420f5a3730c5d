#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Builds the benchmarks and prints their figures as tables in markdown: run.sh [--network] [ROUNDS]. Medians of
# interleaved rounds, 5 unless the argument says otherwise. --network leaves out all but TLS over a distance.
set -euo pipefail

only_network=
if [ "${1:-}" = --network ]; then only_network=yes && shift; fi
rounds=${1:-5}
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
# shellcheck source=cmake/install_packages.sh
source "$root/cmake/install_packages.sh"
# shellcheck source=tests/benchmark/tables.sh
source "$root/tests/benchmark/tables.sh"
# shellcheck source=tests/benchmark/network.sh
source "$root/tests/benchmark/network.sh"

install_packages "${example_packages[@]}" libbenchmark-dev openssl valgrind
build_preset "$root" bench
programs=$root/build/bench/tests/benchmark
clients=(curl hand_written_curl cpprest hand_written_cpprest)

results=$(mktemp -d)
end() {
  [ -z "$server" ] || kill "$server" 2>/dev/null || true
  rm -rf "$results"
}
trap end EXIT

# measure NAME LATENCY_MS CLIENT get|list PAGES CONCURRENCY POOL: a line of wall ms, CPU ms, peak KB, connections.
measure() {
  start_server loopback_server "$2" 20000
  local line
  line=$("$programs/calls" "$3" "$4" "http://127.0.0.1:$port" "$5" "$6" "$7")
  stop_server
  echo "$line $counted" >>"$results/$1"
}

# collected FILE COMMAND...: instructions, with callgrind's account of them in FILE.
collected() {
  valgrind --tool=callgrind --callgrind-out-file="$1" "${@:2}" 2>&1 | awk '/Collected/ { print $4 }'
}

# instructions COMMAND...: of one time, where the command's last argument says how many times.
instructions() {
  local few many
  few=$(collected "$results/few" "$@" 50)
  many=$(collected "$results/many" "$@" 250)
  echo $(((many - few) / 200))
}

# in_allocator FILE: instructions in there that make and free memory.
in_allocator() {
  callgrind_annotate --threshold=100 "$1" |
    awk '/malloc|free|operator new|operator delete|unlink_chunk/ { gsub(",", "", $1); sum += $1 } END { print sum + 0 }'
}

instructions_of_operations() {
  local operation=$programs/operation copy decode sax allocator
  printf '\n### Instructions, one page of 100 rows\n\n'
  copy=$(instructions "$operation" copy_answer)
  sax=$(instructions "$operation" empty_sax)
  decode=$(($(instructions "$operation" decode) - copy))
  allocator=$((($(in_allocator "$results/many") - $(in_allocator "$results/few")) / 200))

  header "work" "instructions" "decoder / this"
  row "decoder, all checks on, to rows" "$decode" 1.00
  local name program count
  for program in operation operation_with_assertions; do
    for name in tree tree_to_rows; do
      count=$(instructions "$programs/$program" $name)
      note "decode.$program.$name" "$(ratio "$decode" "$count")"
      row "nlohmann's ${name//_/ }$([ $program = operation ] || echo ', assertions on')" "$count" "$(ratio "$decode" "$count")"
    done
  done
  row "nlohmann's SAX, handler that keeps nothing" "$sax" "$(ratio "$decode" "$sax")"
  count=$(($(instructions "$operation" decode_breakdown) - $(instructions "$operation" copy_breakdown)))
  row "decoder, a breakdown whose numbers have fractions" "$count" "$(ratio "$decode" "$count")"

  printf '\nThe decoder is made of:\n\n'
  header "part" "instructions" "share"
  row "nlohmann's lexer and parser" "$sax" "$(ratio "$sax" "$decode")"
  row "making and freeing memory" "$allocator" "$(ratio "$allocator" "$decode")"
  row "our handler" $((decode - sax - allocator)) "$(ratio $((decode - sax - allocator)) "$decode")"

  printf '\nFrom memory, without a network:\n\n'
  local least
  least=$(instructions "$operation" send_and_decode)
  header "work" "instructions" "this / the least"
  row "query" "$(instructions "$operation" query)" ""
  row "query of a breakdown" "$(instructions "$operation" breakdown_query)" ""
  row "transport and decoder: the least" "$least" 1.00
  for name in call_without_pipeline call; do
    count=$(instructions "$operation" $name)
    row "${name//_/ }" "$count" "$(ratio "$count" "$least")"
  done
}

instructions_of_calls() {
  printf '\n### Instructions a call, libcurl, 100 rows\n\n'
  start_server loopback_server 0 20000
  local ours least by_hand base_url=http://127.0.0.1:$port
  ours=$(instructions "$programs/calls" curl get "$base_url")
  least=$(instructions "$programs/calls" curl_and_decoder get "$base_url")
  by_hand=$(instructions "$programs/calls" hand_written_curl get "$base_url")
  stop_server
  note call.instructions "$ours"
  note call.pipeline "$(ratio "$ours" "$least")"
  header "client" "instructions" "this library / this"
  row "this library, whole pipeline" "$ours" 1.00
  row "its transport and decoder alone" "$least" "$(ratio "$ours" "$least")"
  row "by hand: libcurl easy, nlohmann's tree, rows" "$by_hand" "$(ratio "$ours" "$by_hand")"
}

measure_rounds() {
  local round client concurrency pool
  for ((round = 1; round <= rounds; ++round)); do
    say "Round $round of $rounds"
    for client in "${clients[@]}"; do
      measure "row.$client" 0 "$client" get 5000 1 0
      for concurrency in 1 8 16; do measure "pages.$client.$concurrency" 20 "$client" list 1000 $concurrency 0; done
    done
    for client in curl cpprest; do
      measure "few.$client" 0 "$client" list 10 1 0
      measure "many.$client" 0 "$client" list 10000 1 0
    done
    for pool in 1 2 4 40; do
      for client in cpprest hand_written_cpprest; do
        measure "pool.$client.$pool" 0 "$client" get 5000 1 $pool
        measure "pool16.$client.$pool" 20 "$client" list 1000 16 $pool
      done
    done
    network_round
  done
}

# At 5000 calls, milliseconds by 5 are microseconds a call.
one_call_after_the_other() {
  printf '\n### 5000 calls, one after the other\n\n'
  header "client" "wall µs a call" "/ by hand" "CPU µs a call" "/ by hand" "connections"
  local client hand
  for client in "${clients[@]}"; do
    hand=row.hand_written_${client#hand_written_}
    row "$client" "$(median "row.$client" 1 5)" "$(ratio_of "row.$client" "$hand" 1)" \
      "$(median "row.$client" 2 5)" "$(ratio_of "row.$client" "$hand" 2)" "$(median "row.$client" 4)"
  done
}

pages_at_latency() {
  printf '\n### 1000 pages at 20 ms, in seconds\n\n'
  header "client" "1 at once" "/ by hand" "8 at once" "/ by hand" "16 at once" "/ by hand" "CPU s, 16 at once"
  local client name concurrency cells
  for client in "${clients[@]}"; do
    cells=()
    for concurrency in 1 8 16; do
      name=pages.hand_written_${client#hand_written_}.$concurrency
      cells+=("$(median "pages.$client.$concurrency" 1 1000 2)" "$(ratio_of "pages.$client.$concurrency" "$name" 1)")
    done
    row "$client" "${cells[@]}" "$(median "pages.$client.16" 2 1000 2)"
  done
}

memory() {
  printf '\n### Peak memory of the process, in MB\n\n'
  header "client" "10 pages listed" "10 000 pages listed" "connections for the 10 000"
  local client
  for client in curl cpprest; do
    row "$client" "$(median "few.$client" 3 1024 1)" "$(median "many.$client" 3 1024 1)" "$(median "many.$client" 4)"
  done
}

pool() {
  printf "\n### cpprestsdk's pool\n\n"
  header "threads" "wall µs a call" "CPU µs a call" "by hand: wall" "CPU" "1000 pages at 20 ms, 16 at once: s" "by hand: s"
  local threads
  for threads in 40 4 2 1; do
    row "$threads" "$(median "pool.cpprest.$threads" 1 5)" "$(median "pool.cpprest.$threads" 2 5)" \
      "$(median "pool.hand_written_cpprest.$threads" 1 5)" "$(median "pool.hand_written_cpprest.$threads" 2 5)" \
      "$(median "pool16.cpprest.$threads" 1 1000 2)" "$(median "pool16.hand_written_cpprest.$threads" 1 1000 2)"
  done
}

umbrella_header() {
  printf '\n### A program that includes apivideo/apivideo.hpp and does nothing\n\n'
  local compile=(g++ -std=c++17 -O2 -I "$root/include" -I "$root/build/bench/include" -x c++) program round
  program=$'#include <apivideo/apivideo.hpp>\nint main() {}'
  for ((round = 1; round <= rounds; ++round)); do
    (
      TIMEFORMAT='%U %S'
      time "${compile[@]}" -c -o /dev/null - <<<"$program"
    ) 2>&1 | awk '{ print $1 + $2 }' >>"$results/compile"
  done
  note lines "$("${compile[@]}" -E -P - <<<"$program" | wc -l)"
  header "g++ -O2, CPU s" "lines by g++ -E -P"
  row "$(median compile 1 1 2)" "$(median lines 1)"
}

micro() {
  printf '\n### Time without a network, ns\n\n'
  header "work" "CPU ns"
  "$programs/micro_benchmarks" --benchmark_min_time=0.1 --benchmark_repetitions=$((rounds > 1 ? rounds : 2)) --benchmark_enable_random_interleaving=true \
    --benchmark_report_aggregates_only=true --benchmark_format=csv 2>/dev/null |
    awk -F, '/_median"/ { gsub("\"|_median", "", $1); printf "| %s | %.0f |\n", $1, $4 }'
}

# growth CLIENT: of peak memory from 10 pages to 10 000, in MB.
growth() { awk -v few="$(median "few.$1" 3)" -v many="$(median "many.$1" 3)" 'BEGIN { printf "%.1f", (many - few) / 1024 }'; }

limits_without_distance() {
  limit "instructions: decoder / nlohmann's tree alone, -DNDEBUG" 0.46 "$(median decode.operation.tree 1 1 2)"
  limit "instructions: decoder / nlohmann's tree to rows, as plain g++ -O2 makes it" 0.46 \
    "$(median decode.operation_with_assertions.tree_to_rows 1 1 2)"
  limit "instructions: whole pipeline / libcurl transport and decoder" 1.10 "$(median call.pipeline 1 1 2)"
  limit "instructions a call, libcurl, whole pipeline" 545000 "$(median call.instructions 1)"
  limit "CPU a call, libcurl / by hand" 0.75 "$(ratio_of row.curl row.hand_written_curl 2)"
  limit "CPU a call, cpprestsdk / by hand" 1.00 "$(ratio_of row.cpprest row.hand_written_cpprest 2)"
  limit "wall time a call, cpprestsdk / by hand" 1.00 "$(ratio_of row.cpprest row.hand_written_cpprest 1)"
  limit "1000 pages, 16 at once, libcurl / by hand" 1.05 "$(ratio_of pages.curl.16 pages.hand_written_curl.16 1)"
  limit "1000 pages, 16 at once, cpprestsdk / by hand" 1.05 "$(ratio_of pages.cpprest.16 pages.hand_written_cpprest.16 1)"
  limit "MB more for 10 000 pages than for 10, libcurl" 5 "$(growth curl)"
  limit "MB more for 10 000 pages than for 10, cpprestsdk" 5 "$(growth cpprest)"
  limit "connections for 5000 calls in a row, libcurl" 1 "$(median row.curl 4)"
  limit "connections for 5000 calls in a row, cpprestsdk" 3 "$(median row.cpprest 4)"
  limit "the header: CPU s" 1.5 "$(median compile 1 1 2)"
  limit "the header: lines" 75000 "$(median lines 1)"
}

limits() {
  printf '\n### What we hold ourselves to\n\n'
  header "what" "at most" "measured" "met"
  [ -n "$only_network" ] || limits_without_distance
  network_limits
}

network_alone() {
  local round
  for ((round = 1; round <= rounds; ++round)); do
    say "Round $round of $rounds"
    network_round
  done
  network_tables
}

everything() {
  instructions_of_operations
  instructions_of_calls
  measure_rounds
  one_call_after_the_other
  pages_at_latency
  network_tables
  memory
  pool
  umbrella_header
  micro
}

printf 'Machine: %s cores, %s; %s rounds.\n' "$(nproc)" "$(g++ --version | head -n 1)" "$rounds"
if [ -n "$only_network" ]; then network_alone; else everything; fi
limits
