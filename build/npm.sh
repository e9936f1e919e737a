#!/usr/bin/env bash
# Makes the npm packages: searchnotes, and the platform package with the native program.
# Usage: build/npm.sh PROGRAM RID VERSION OUTPUT_FOLDER
set -euo pipefail
cd "$(dirname "$0")/.."

program=$1 rid=$2 version=$3 output=$(realpath "$4")
case $rid in
  linux-*) system=linux ;;
  osx-*) system=darwin ;;
  win-*) system=win32 ;;
  *) echo "There is no npm package for $rid." >&2; exit 2 ;;
esac
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

mkdir "$folder/main" "$folder/platform"
sed "s/VERSION/$version/" build/npm/package.json >"$folder/main/package.json"
cp -r build/npm/launcher LICENSE build/package/README.md "$folder/main"
sed -e "s/VERSION/$version/; s/RID/$rid/; s/\"OS\"/\"$system\"/; s/CPU/${rid##*-}/; s/FILE/$(basename "$program")/" \
  build/npm/platform.json >"$folder/platform/package.json"
cp "$program" LICENSE THIRD-PARTY-NOTICES.txt "$folder/platform"
chmod 755 "$folder/platform/$(basename "$program")" "$folder/main/launcher/searchnotes.js"
for package in main platform; do
  (cd "$folder/$package" && npm pack --silent --pack-destination "$output" >/dev/null)
done
