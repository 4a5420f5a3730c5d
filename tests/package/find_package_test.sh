#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# find_package_test.sh PREFIX: a project finds the library there by find_package; its programs are built and run.
set -euo pipefail
prefix=$1
build=$(mktemp -d)
trap 'rm -rf "$build"' EXIT

"$CMAKE" -S "$(dirname "$0")/find_package" -B "$build" -DCMAKE_PREFIX_PATH="$prefix" -DEXPECTED_PREFIX="$prefix" \
  -DPROGRAMS="$PROGRAMS" -DCMAKE_CXX_COMPILER="$CXX" -DCMAKE_CXX_FLAGS='-Wall -Wextra -Wpedantic -Werror'
"$CMAKE" --build "$build" --parallel 2
# An unpacked package is not where the loader looks.
for folder in "$prefix"/lib "$prefix"/lib/*/; do LD_LIBRARY_PATH=$folder${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}; done
export LD_LIBRARY_PATH
"$build/fake_transport"
"$build/demo_server"
