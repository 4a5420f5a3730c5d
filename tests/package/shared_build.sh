#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# shared_build.sh SOURCE BUILD GENERATOR: builds the shared libraries as the Debian packages have them, but quickly.
set -euo pipefail
source=$1 build=$2 generator=$3

"$CMAKE" -S "$source" -B "$build" -G "$generator" -DBUILD_SHARED_LIBS=ON -DCMAKE_BUILD_TYPE=Debug \
  -DCMAKE_CXX_FLAGS_DEBUG=-O0 -DCMAKE_CXX_COMPILER="$CXX" -DCMAKE_CXX_COMPILER_LAUNCHER="$CXX_LAUNCHER" \
  -DCMAKE_INSTALL_PREFIX=/usr -DCMAKE_INSTALL_DOCDIR=share/doc/libapivideo-dev -DAPIVIDEO_BUILD_EXAMPLES=OFF \
  -DAPIVIDEO_WARNINGS_AS_ERRORS=ON
"$CMAKE" --build "$build" --parallel "$(nproc)"
