#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# symbols_test.sh PREFIX VERSION: of the shared libraries, only what is public can be seen, each vtable in one of them; their
# names have the version.
set -euo pipefail
prefix=$1 version=$2

for name in libapivideo libapivideo_test_support; do
  library=$(find "$prefix" -name "$name.so.$version")
  soname=$(readelf --dynamic --wide "$library" | sed -n 's/.*Library soname: \[\(.*\)\]/\1/p')
  [ "$soname" = "$name.so.$version" ] || { echo "$library is $soname: expected $name.so.$version"; exit 1; }

  symbols=$(nm --dynamic --defined-only --demangle "$library" | cut -d ' ' -f 3-)
  if grep -vE '^((typeinfo|typeinfo name|vtable) for )?apivideo::' <<<"$symbols"; then
    echo "$name shows these: expected what is in apivideo only"
    exit 1
  fi
  # What the public ranges and json.hpp call, and private constructors of public classes.
  page_walk='detail::PageWalk<apivideo::[A-Za-z]+>::(~PageWalk|page|next_page|row|next_row)\(\)$'
  json='detail::json::(depth_limit\(|fields_of\(apivideo::|read_text\[)'
  cancellation='Cancellation(Token::CancellationToken|Registration::CancellationRegistration)\(std::shared_ptr<'
  if grep -E 'web::|pplx::|nlohmann::|httplib::|boost::|detail::' <<<"$symbols" |
    grep -vE "^apivideo::($page_walk|$json|$cancellation)"; then
    echo "$name shows these: expected none that names other libraries or our insides"
    exit 1
  fi
done
symbols=$(nm --dynamic --defined-only --demangle "$(find "$prefix" -name "libapivideo.so.$version")")
for public in 'apivideo::AnalyticsApi::get_videos_plays' 'apivideo::detail::PageWalk<apivideo::AnalyticsPlaysResponse>::page()' \
  'apivideo::detail::PageWalk<.*>::~PageWalk()' 'typeinfo for apivideo::ForbiddenException' \
  'vtable for apivideo::HttpTransport'; do
  grep -q "$public" <<<"$symbols" || { echo "libapivideo hides $public: expected it to be seen"; exit 1; }
done
symbols=$(nm --dynamic --defined-only --demangle "$(find "$prefix" -name "libapivideo_test_support.so.$version")")
if grep -E '(vtable|typeinfo|typeinfo name) for apivideo::' <<<"$symbols"; then
  echo "libapivideo_test_support shows these: expected libapivideo alone to have them"
  exit 1
fi
