#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# pkg_config_test.sh PREFIX [--static]: programs are built by a bare compiler with what pkg-config says, and run.
set -euo pipefail
prefix=$1
shift
build=$(mktemp -d)
trap 'rm -rf "$build"' EXIT

pc=$(find "$prefix" -name apivideo.pc -printf '%h')
export PKG_CONFIG_PATH=$pc
# compile PROGRAM PACKAGE [--static]
compile() {
  local program=$1 flags
  shift
  read -ra flags <<<"$(pkg-config --cflags --libs "$@")"
  "$CXX" -std=c++17 -Wall -Wextra -Wpedantic -Werror -o "$build/$program" "$PROGRAMS/$program.cpp" "${flags[@]}" \
    -Wl,-rpath,"$(dirname "$pc")"
  "$build/$program"
}
compile fake_transport apivideo "$@"
compile demo_server apivideo-test-support "$@"

# Programs know whether the libraries are static.
expected=$([ "${1-}" = --static ] && echo 2 || echo 0)
found=$(pkg-config --cflags apivideo-test-support | tr ' ' '\n' | grep -cE '^-DAPIVIDEO_(TEST_SUPPORT_)?STATIC_DEFINE$' || true)
[ "$found" -eq "$expected" ] || { echo "pkg-config has $found definitions of static libraries: expected $expected"; exit 1; }

# date is compiled alike in the library and in the programs.
case $(pkg-config --cflags apivideo) in
  *-DONLY_C_LOCALE=1*) ;;
  *) echo "pkg-config --cflags apivideo: expected the definitions of date::date"; exit 1 ;;
esac
