# SPDX-License-Identifier: MIT
# Shell functions for the benchmarks: TLS over a distance, as tables. To be sourced by bash after tables.sh, with
# `rounds` and `clients` set.
# shellcheck shell=bash disable=SC2154

# Each with its pages, how many at once, the TLS version, the least ms possible at a round trip of 40 ms, and the column
# with its ms: 9 is from the start of the process, 1 from the making of the client.
network_scenarios=(cold cold_1.2 3x1 10x4 10x16 100x16)
declare -A network_work=(
  [cold]="1 1 1.3 160 9" [cold_1.2]="1 1 1.2 200 9" [3x1]="3 1 1.3 240 1" [10x4]="10 4 1.3 320 1"
  [10x16]="10 16 1.3 280 1" [100x16]="100 16 1.3 520 1")
declare -A network_title=(
  [cold]="process start to first page" [cold_1.2]="the same, TLS 1.2" [3x1]="3 pages, one at a time"
  [10x4]="10 pages, 4 at once" [10x16]="10 pages, 16 at once" [100x16]="100 pages, 16 at once")

# The system's authorities can be changed without root where a process may have a mount namespace of its own.
own_mounts=(unshare --map-root-user --mount)
network_trusts=(ca_file)
if "${own_mounts[@]}" true 2>/dev/null && [ -f /etc/ssl/certs/ca-certificates.crt ]; then network_trusts+=(system); fi

# with_system COMMAND...: the server's authority is one of the system's, in the bundle and in the hashed folder.
with_system() {
  local ca=$results/ca.pem certs=$results/certs
  [ -d "$certs" ] || cp -a /etc/ssl/certs "$certs"
  cat /etc/ssl/certs/ca-certificates.crt "$ca" >"$certs/ca-certificates.crt"
  cp "$ca" "$certs/$(openssl x509 -hash -noout -in "$ca").0"
  # shellcheck disable=SC2016
  "${own_mounts[@]}" bash -c 'mount --bind "$0" /etc/ssl/certs && exec "$@" "${EPOCHREALTIME//[.,]/}"' "$certs" "$@"
}

with_ca_file() { "$@" "${EPOCHREALTIME//[.,]/}"; }

# measure_network NAME TRUST CLIENT cold|together PAGES CONCURRENCY TLS_VERSION: a line of wall ms, CPU ms, peak KB, and
# what the server counted: connections, full and resumed handshakes, requests, round trips. Then wall ms from the start
# of the process.
measure_network() {
  start_server distant_server "$results/ca.pem" 40 "$5" "$7"
  local line trust=$results/ca.pem
  [ "$2" = ca_file ] || trust=system
  line=$("with_$2" "$programs/calls" "$3" "$4" "https://127.0.0.1:$port" "$5" "$6" 0 "$trust")
  stop_server
  echo "${line% *} $counted ${line##* }" >>"$results/$1"
}

network_round() {
  local trust scenario client work
  for trust in "${network_trusts[@]}"; do
    for scenario in "${network_scenarios[@]}"; do
      read -ra work <<<"${network_work[$scenario]}"
      for client in "${clients[@]}"; do
        measure_network "$trust.$scenario.$client" "$trust" "$client" cold "${work[@]::3}"
      done
    done
    for client in "${clients[@]}"; do
      measure_network "$trust.together.$client" "$trust" "$client" together 32 16 1.3
    done
  done
}

# network_times TRUST
network_times() {
  printf '\n### TLS at a round trip of 40 ms, trust by %s: ms\n\n' "$1"
  local scenario client name least column cells=()
  for client in "${clients[@]}"; do cells+=("$client" "/ least"); done
  header "what" "least" "${cells[@]}" "curl / by hand" "cpprest / by hand"
  for scenario in "${network_scenarios[@]}"; do
    read -r _ _ _ least column <<<"${network_work[$scenario]}"
    cells=()
    for client in "${clients[@]}"; do
      name=$1.$scenario.$client
      cells+=("$(median "$name" "$column")" "$(ratio "$(median "$name" "$column" 1 1)" "$least")")
    done
    name=$1.$scenario
    row "${network_title[$scenario]}" "$least" "${cells[@]}" \
      "$(ratio_of "$name.curl" "$name.hand_written_curl" "$column")" \
      "$(ratio_of "$name.cpprest" "$name.hand_written_cpprest" "$column")"
  done
}

# network_counts TRUST
network_counts() {
  printf '\n### What is counted, trust by %s\n\n' "$1"
  header "client" "round trips of a cold call" "the same, TLS 1.2" "100 pages, 16 at once: connections" \
    "full handshakes" "resumed" "CPU ms" "peak MB" "16 threads, 2 calls each, no login: connections"
  local client range
  for client in "${clients[@]}"; do
    range=$1.100x16.$client
    row "$client" "$(exactly "$1.cold.$client" 8)" "$(exactly "$1.cold_1.2.$client" 8)" "$(exactly "$range" 4)" \
      "$(exactly "$range" 5)" "$(exactly "$range" 6)" "$(median "$range" 2)" "$(median "$range" 3 1024)" \
      "$(exactly "$1.together.$client" 4)"
  done
}

network_tables() {
  local trust
  for trust in "${network_trusts[@]}"; do
    network_times "$trust"
    network_counts "$trust"
  done
}

# Under the system's authorities, which are what programs have, if they can be changed here.
network_limits() {
  local trust=${network_trusts[-1]} client scenario least
  for client in curl cpprest; do
    limit "round trips of a cold call, $client" 4 "$(most "$trust.cold.$client" 8)"
    limit "round trips of a cold call, TLS 1.2, $client" 5 "$(most "$trust.cold_1.2.$client" 8)"
    limit "connections, 100 pages, 16 at once, $client" 16 "$(most "$trust.100x16.$client" 4)"
    limit "connections, 16 threads that start together, $client" 16 "$(most "$trust.together.$client" 4)"
  done
  limit "full handshakes among them, 100 pages, 16 at once, curl" 1 "$(most "$trust.100x16.curl" 5)"
  for scenario in 3x1 10x4 10x16 100x16; do
    read -r _ _ _ least _ <<<"${network_work[$scenario]}"
    limit "${network_title[$scenario]}, curl / least" 1.06 "$(ratio "$(median "$trust.$scenario.curl" 1 1 1)" "$least")"
  done
}
