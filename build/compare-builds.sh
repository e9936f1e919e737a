#!/usr/bin/env bash
# Builds the release of the current commit twice, in two clean clones at different paths, and says which files differ.
# Fails when anything but the tool package differs: some SDKs write the time into its zip.
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for clone in first second/deeper; do
  git clone --quiet . "$work/$clone"
  (cd "$work/$clone" && WITHOUT=image build/release.sh)
done
failed=0
for file in "$work"/first/artifacts/release/*; do
  name=$(basename "$file")
  if cmp -s "$file" "$work/second/deeper/artifacts/release/$name"; then
    echo "same     $name"
  else
    echo "DIFFERS  $name"
    case $name in *.nupkg | SHA256SUMS) ;; *) failed=1 ;; esac
  fi
done
exit "$failed"
