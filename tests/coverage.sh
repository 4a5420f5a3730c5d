#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Runs every test with line coverage, and fails where less than 95 % of the lines of src/ were run. Arguments go to gcovr.
# To be run by hand before a release: it takes a build of its own.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=cmake/install_packages.sh
source "$root/cmake/install_packages.sh"

install_packages "${coverage_packages[@]}"
build_preset "$root" coverage
cd "$root"
# What was counted before a change is of other lines.
find build/coverage -name '*.gcda' -delete
ctest --preset coverage --no-tests=error --parallel "$(nproc)"
gcovr -r . --filter src/ --exclude-throw-branches --fail-under-line 95 --print-summary "$@" build/coverage
