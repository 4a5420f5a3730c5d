#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# links_test.sh ROOT: every relative link of the documents names a file that is there, and a heading where it names one.
set -euo pipefail
root=$1

# headings DOCUMENT: the names that links use for them.
headings() { grep -E '^#+ ' "$1" | sed -E 's/^#+ //; s/[^[:alnum:] _-]//g; s/ /-/g' | tr '[:upper:]' '[:lower:]'; }

# prose DOCUMENT: all but its code blocks, in which brackets and parentheses are no links.
prose() { awk '/^```/ { code = !code; next } !code' "$1"; }

failures=0 links=0
for document in "$root"/README.md "$root"/CHANGELOG.md "$root"/docs/*.md; do
  while read -r link; do
    case $link in http://* | https://*) continue ;; esac
    links=$((links + 1))
    file=${link%%#*} heading=
    [ "$link" = "$file" ] || heading=${link#*#}
    target=$document
    [ -z "$file" ] || target=$(dirname "$document")/$file
    if [ ! -e "$target" ] || { [ -n "$heading" ] && ! headings "$target" | grep -qx -- "$heading"; }; then
      echo "${document#"$root"/}: $link leads nowhere"
      failures=$((failures + 1))
    fi
  done < <(prose "$document" | grep -oE '\]\([^)]+\)' | sed -E 's/^\]\(//; s/\)$//')
done
echo "$links links, $failures lead nowhere"
[ "$links" -gt 0 ] && [ "$failures" -eq 0 ]
