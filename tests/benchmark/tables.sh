# SPDX-License-Identifier: MIT
# Shell functions for the benchmarks: runs a server, and makes tables of what was measured. To be sourced by bash, with
# `programs` the folder of the programs and `results` one for figures.
# shellcheck shell=bash

server=

# start_server PROGRAM ARGUMENT...: sets port.
start_server() {
  # shellcheck disable=SC2154
  exec {server_output}< <(exec "$programs/$1" "${@:2}")
  server=$!
  # shellcheck disable=SC2034
  read -r -t 30 port <&"$server_output"
}

# stop_server: sets counted to what it counted, first its connections.
stop_server() {
  kill "$server"
  # shellcheck disable=SC2034
  read -r -t 30 counted <&"$server_output"
  exec {server_output}<&-
  server=
}

# median NAME COLUMN [DIVISOR [DIGITS]]
median() {
  # shellcheck disable=SC2154
  awk -v column="$2" '{ print $column }' "$results/$1" | sort -n |
    awk -v divisor="${3:-1}" -v format="%.${4:-0}f" '{ v[NR] = $1 }
      END { m = NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2; printf format, m / divisor }'
}

# most NAME COLUMN: the largest of all rounds.
most() { awk -v column="$2" '{ print $column }' "$results/$1" | sort -n | tail -n 1; }

# exactly NAME COLUMN: a count, or from which to which it was if rounds differ.
exactly() {
  awk -v column="$2" '{ print $column }' "$results/$1" | sort -n |
    awk 'NR == 1 { least = $1 } END { print least == $1 ? least : least " to " $1 }'
}

# note NAME FIGURE: for the table of limits.
note() { echo "$2" >"$results/$1"; }

ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", a / b }'; }

# ratio_of NAME OTHER COLUMN: of their medians.
ratio_of() { ratio "$(median "$1" "$3" 1 3)" "$(median "$2" "$3" 1 3)"; }

row() {
  local cell
  printf '|'
  for cell in "$@"; do printf ' %s |' "$cell"; done
  printf '\n'
}

header() {
  row "$@"
  printf '|'
  printf ' --- |%.0s' "$@"
  printf '\n'
}

# limit WHAT MOST MEASURED
limit() { row "$1" "$2" "$3" "$(awk -v most="$2" -v is="$3" 'BEGIN { print is <= most ? "yes" : "no" }')"; }
