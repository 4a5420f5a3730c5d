#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# find_package_test.sh PREFIX: a project finds the library there by find_package; its programs are built and run.
set -euo pipefail
prefix=$1
build=$(mktemp -d)
trap 'rm -rf "$build"' EXIT

# Nor does the package bring warnings along.
"$CMAKE" -Werror=dev -S "$(dirname "$0")/find_package" -B "$build" -DCMAKE_PREFIX_PATH="$prefix" -DEXPECTED_PREFIX="$prefix" \
  -DPROGRAMS="$PROGRAMS" -DCMAKE_CXX_COMPILER="$CXX" -DCMAKE_CXX_FLAGS='-Wall -Wextra -Wpedantic -Werror'
"$CMAKE" --build "$build" --parallel 2
# What is not there is said.
mkdir "$build/unknown"
cat >"$build/unknown/CMakeLists.txt" <<'END'
cmake_minimum_required(VERSION 3.16)
project(unknown LANGUAGES CXX)
find_package(apivideo 0.1 CONFIG REQUIRED COMPONENTS nothing)
END
if said=$("$CMAKE" -S "$build/unknown" -B "$build/unknown/build" -DCMAKE_PREFIX_PATH="$prefix" -DCMAKE_CXX_COMPILER="$CXX" 2>&1); then
  echo "a component that is not there was found"
  exit 1
fi
grep -qF 'apivideo has no component nothing' <<<"$said" || { echo "expected to be told of the component, found: $said"; exit 1; }

# An unpacked package is not where the loader looks.
for folder in "$prefix"/lib "$prefix"/lib/*/; do LD_LIBRARY_PATH=$folder${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}; done
export LD_LIBRARY_PATH
"$build/fake_transport"
"$build/demo_server"
