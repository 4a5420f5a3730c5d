#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Gets what is missing, builds the examples, and prints a report of plays by country. Arguments go to analytics_report.
# The built-in demo server answers unless APIVIDEO_API_KEY is set or --base-url is given.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=cmake/install_packages.sh
source "$root/cmake/install_packages.sh"

install_packages "${example_packages[@]}"
build_preset "$root" release
programs=$root/build/release/examples

answered_elsewhere=${APIVIDEO_API_KEY:-}
for argument in "$@"; do
  case $argument in --base-url | --base-url=*) answered_elsewhere=yes ;; esac
done
if [ -n "$answered_elsewhere" ]; then
  exec "$programs/analytics_report" "$@"
fi

server=
stop_server() { [ -z "$server" ] || kill "$server" 2>/dev/null || true; }
trap stop_server EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

exec {server_output}< <(exec "$programs/demo_server" --port 0)
server=$!
if ! read -r -t 30 base_url <&"$server_output"; then
  say "The demo server did not start."
  exit 1
fi
say "APIVIDEO_API_KEY is not set: the demo server on $base_url answers, with made-up plays."
say
APIVIDEO_API_KEY=demo-key "$programs/analytics_report" --base-url "$base_url" "$@"
