#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Gets what is missing, builds everything, and runs every test. Arguments go to ctest.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=cmake/install_packages.sh
source "$root/cmake/install_packages.sh"

install_packages "${test_packages[@]}"
build_preset "$root" dev
cd "$root"
ctest --preset dev --no-tests=error --parallel "$(nproc)" "$@"
