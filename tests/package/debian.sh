#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# debian.sh BUILD FOLDER: makes the Debian packages, checks what they need, and unpacks them into a folder.
set -euo pipefail
build=$1 folder=$2

rm -rf "$folder" "$build"/*.deb
(cd "$build" && "$(dirname "$CMAKE")/cpack" -G DEB >cpack.log) || { cat "$build/cpack.log"; exit 1; }
library=("$build"/libapivideo[0-9]*.deb) development=("$build"/libapivideo-dev_*.deb)
[ "${#library[@]}" -eq 1 ] && [ "${#development[@]}" -eq 1 ]

# needs PACKAGE PATTERN: its Depends has it.
needs() {
  local depends
  depends=$(dpkg-deb --field "$1" Depends)
  grep -qE "$2" <<<"$depends" || { echo "$(basename "$1") depends on $depends: expected $2 among them"; exit 1; }
}
needs "${library[0]}" 'libcpprest2\.10'
needs "${library[0]}" 'libssl3'
needs "${development[0]}" 'libhowardhinnant-date-dev'
needs "${development[0]}" 'libapivideo[0-9.]+ \(= [0-9.]+\)'
if dpkg-deb --contents "${library[0]}" | grep -E 'include|cmake|pkgconfig|\.so$'; then
  echo "these are for those who build programs: expected none in the package for programs"
  exit 1
fi
if command -v lintian >/dev/null; then
  lintian --fail-on error --suppress-tags bad-distribution-in-changes-file "${library[0]}" "${development[0]}"
fi
dpkg-deb -x "${library[0]}" "$folder"
dpkg-deb -x "${development[0]}" "$folder"
