#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# add_subdirectory_test.sh SOURCE BUILD PREFIX: a project builds the library within its own build, with one transport,
# and hands it on by its own installation.
set -euo pipefail
source=$1 build=$2 prefix=$3

"$CMAKE" -S "$(dirname "$0")/add_subdirectory" -B "$build" -DAPIVIDEO_SOURCE="$source" -DPROGRAMS="$PROGRAMS" \
  -DCMAKE_CXX_COMPILER="$CXX" -DCMAKE_CXX_COMPILER_LAUNCHER="$CXX_LAUNCHER" -DAPIVIDEO_WITH_CPPREST=OFF \
  -DAPIVIDEO_WITH_CURL=ON -DAPIVIDEO_INSTALL=ON
"$CMAKE" --build "$build" --parallel "$(nproc)"
"$build/fake_transport"

rm -rf "$prefix"
"$CMAKE" --install "$build" --prefix "$prefix" >/dev/null
test -f "$prefix/include/apivideo/http/curl_transport.hpp"
test -f "$prefix/share/doc/apivideo/LICENSE"
for left_out in include/apivideo/http/cpprest_transport.hpp include/apivideo/test_support; do
  [ ! -e "$prefix/$left_out" ] || { echo "$left_out is installed: expected not, since it was not built"; exit 1; }
done
if grep -rE 'cpprestsdk::|-lcpprest' "$prefix"/lib*/cmake "$prefix"/lib*/pkgconfig; then
  echo "these link cpprest: expected none to, since it was not built"
  exit 1
fi
