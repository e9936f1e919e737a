#!/usr/bin/env bash
# Reports on the packages of the lock files: known advisories, and the licence of each. Reports alone: an advisory that came out today
# must not fail a commit that passed yesterday. Which licences may be released is a test (NoticesTests).
set -uo pipefail
cd "$(dirname "$0")/.."

timeout 120 dotnet list package --vulnerable --include-transitive </dev/null || echo "Advisories could not be asked for."

cache=$(dotnet nuget locals global-packages --list </dev/null | sed 's/^global-packages: *//')
echo "Licences:"
# A name is the line before its "type"; projects have no "resolved".
sed -n 's/^ *"\([A-Za-z0-9._-]*\)": {$/name \1/p; s/^ *"resolved": "\([^"]*\)".*/version \1/p' src/*/packages.lock.json tests/*/packages.lock.json |
  awk '$1 == "name" { name = $2 } $1 == "version" { print name, $2 }' | sort -u |
  while read -r name version; do
    folder=$cache/$(echo "$name/$version" | tr '[:upper:]' '[:lower:]')
    licence=$(sed -n 's/.*<license type="expression">\([^<]*\)<.*/\1/p; s/.*<license type="file">\([^<]*\)<.*/file \1/p' "$folder"/*.nuspec 2>/dev/null |
      head -n 1)
    [ -n "$licence" ] || licence=$(sed -n 's/.*<licenseUrl>\([^<]*\)<.*/\1/p' "$folder"/*.nuspec 2>/dev/null | head -n 1)
    printf '%s %s %s\n' "${licence:-unknown}" "$name" "$version"
  done | sort | awk '{ name = $(NF - 1); version = $NF; NF -= 2
    if ($0 != last) { if (NR > 1) print ""; printf "  %s:", $0; last = $0 }
    printf " %s %s", name, version } END { print "" }'
exit 0
