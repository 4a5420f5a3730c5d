#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# install.sh BUILD PREFIX: installs what was built into an empty folder, then moves it: where it was must not matter.
set -euo pipefail
build=$1 prefix=$2

rm -rf "$prefix" "$prefix.first"
"$CMAKE" --install "$build" --prefix "$prefix.first" >/dev/null
mv "$prefix.first" "$prefix"

# What points to the folders of the build is of no use elsewhere.
if grep -rIlE "$build|$prefix" "$prefix"; then
  echo "these name a folder of this build: expected none to"
  exit 1
fi
for file in include/apivideo/apivideo.hpp include/apivideo/version.hpp include/apivideo/export.hpp \
  include/apivideo/analytics/json.hpp include/apivideo/test_support/fake_transport.hpp include/apivideo/test_support/export.hpp; do
  test -f "$prefix/$file" || { echo "$file is not installed"; exit 1; }
done
[ -n "$(find "$prefix/share/doc" -name LICENSE)" ] || { echo "the licence is not installed"; exit 1; }
documents=$(dirname "$(find "$prefix/share/doc" -name README.md)")
"$(dirname "$0")/../docs/links_test.sh" "$documents"
if find "$prefix" -name '*.in' -o -name 'copyright' | grep .; then
  echo "these are installed: expected not to be"
  exit 1
fi
