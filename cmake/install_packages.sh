# SPDX-License-Identifier: MIT
# Shell functions for the run scripts: get Debian packages, run builds quietly. To be sourced by bash.
# shellcheck shell=bash

example_packages=(
  g++ cmake ninja-build pkg-config libcpprest-dev nlohmann-json3-dev libhowardhinnant-date-dev libcurl4-openssl-dev
  libcpp-httplib-dev libcli11-dev)
# shellcheck disable=SC2034  # for those who source this
test_packages=("${example_packages[@]}" libgtest-dev libgmock-dev openssl dpkg-dev file)
# shellcheck disable=SC2034
sanitizer_packages=("${test_packages[@]}" clang libclang-rt-dev)
# shellcheck disable=SC2034
fuzz_packages=("${sanitizer_packages[@]}")
# shellcheck disable=SC2034
coverage_packages=("${test_packages[@]}" gcovr)

# say TEXT...: for people; standard output is left to what the programs print.
say() { printf '%s\n' "$*" >&2; }

# quietly WHAT COMMAND...: shows the command's output only if it fails, and WHAT before it.
quietly() {
  local what=$1 log status=0
  shift
  log=$(mktemp)
  say "$what"
  "$@" >"$log" 2>&1 </dev/null || status=$?
  if [ "$status" -ne 0 ]; then
    cat "$log" >&2
    say "failed with status $status: $*"
  fi
  rm -f "$log"
  return "$status"
}

# missing_packages PACKAGE...: those that are not installed, one a line.
missing_packages() {
  local package
  for package in "$@"; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)" = installed ] || echo "$package"
  done
}

# install_packages PACKAGE...: prints and runs the apt command for those that are missing.
install_packages() {
  if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    say "This is not Debian: what it calls $* has to be there already."
    return 0
  fi
  local missing
  mapfile -t missing < <(missing_packages "$@")
  [ "${#missing[@]}" -gt 0 ] || return 0

  local apt=(env DEBIAN_FRONTEND=noninteractive apt-get)
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
      say "As root: apt-get install --no-install-recommends ${missing[*]}"
      return 1
    fi
    apt=(sudo "${apt[@]}")
  fi
  local install=("${apt[@]}" install --yes --no-install-recommends "${missing[@]}")
  if ! compgen -G '/var/lib/apt/lists/*_Packages*' >/dev/null; then
    quietly "+ ${apt[*]} update" "${apt[@]}" update || return
  fi
  # Old lists name packages that are gone by now.
  quietly "+ ${install[*]}" "${install[@]}" ||
    { quietly "+ ${apt[*]} update" "${apt[@]}" update && quietly "+ ${install[*]}" "${install[@]}"; }
}

# build_preset ROOT PRESET: configures and builds, from whatever folder.
build_preset() {
  quietly "Configuring build/$2" cmake -S "$1" --preset "$2" || return
  quietly "Building build/$2" cmake --build "$1/build/$2"
}
