#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# getting_started_test.sh DOCUMENT PREFIX DEMO_SERVER: does what the document's "The first call" says, with its own files and
# commands, and sees the program print plays.
set -euo pipefail
document=$1 prefix=$2 demo_server=$3
folder=$(mktemp -d)
server=
end() {
  [ -z "$server" ] || kill "$server" 2>/dev/null || true
  rm -rf "$folder"
}
trap end EXIT

section=$(sed -n '/^## The first call$/,/^## Link it$/p' "$document")
# blocks LANGUAGE: what stands in the section's blocks of that language.
blocks() { awk -v begin="\`\`\`$1" '$0 == begin { within = 1; next } $0 == "```" { within = 0 } within' <<<"$section"; }

blocks cmake >"$folder/CMakeLists.txt"
blocks cpp >"$folder/main.cpp"
cd "$folder"

# The program asks about the week before the current day. Any such week has plays from France: demo_days_test.cpp tests that.
exec {server_output}< <(exec "$demo_server" --port 0)
server=$!
read -r -t 30 base_url <&"$server_output"

commands=$(blocks sh | grep -v 'your-key')
for stand_in in /opt/apivideo http://127.0.0.1:8080; do
  grep -qF "$stand_in" <<<"$commands" || { echo "expected a command with $stand_in, found: $commands"; exit 1; }
done
commands=${commands//\/opt\/apivideo/"$prefix"}
commands=${commands//http:\/\/127.0.0.1:8080/"$base_url"}
output=$(bash -euo pipefail -c "$commands")
grep -qE '^FR [1-9][0-9]*$' <<<"$output" || { echo "expected plays by country, found: $output"; exit 1; }
