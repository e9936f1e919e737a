#!/usr/bin/env bash
# Makes every form of a release for this machine, from a clean clone, into artifacts/release. Nothing is published.
# SEMANTIC=1 builds ranking by meaning in, and the archive and the tool package take its model along (docs/semantic.md).
# WITHOUT=image leaves out the image, whose base comes from a registry; build/local-base.sh makes one here. docs/release.md lists the forms.
set -euo pipefail
cd "$(dirname "$0")/.."
umask 022

# Two builds of one commit are to be equal: no path of this machine and no time of today goes into a file.
export ContinuousIntegrationBuild=true DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
export SOURCE_DATE_EPOCH

# An index of the schema is kept before it is released, so that a test can rebuild it ever after.
schema=$(sed -n 's/.*const int Version = \([0-9]*\);.*/\1/p' src/SearchNotes/Indexing/Schema.cs)
if git describe --exact-match --match 'v*' >/dev/null 2>&1 && [ ! -e "tests/SearchNotes.Tests/Indexing/Kept/schema-$schema.zip" ]; then
  echo "There is no kept index of schema $schema; see docs/release.md, Before a tag." >&2
  exit 1
fi

rid=$(dotnet --info | sed -n 's/^ *RID: *//p')
output=artifacts/release
tar=$(command -v gtar || command -v tar)
rm -rf "$output"
mkdir -p "$output"

echo "packages of the lock files"
dotnet restore --locked-mode -v quiet </dev/null

semantic=()
if [ "${SEMANTIC:-}" = 1 ]; then
  echo "model of meaning"
  dotnet run --project tests/SearchNotes.ModelMaker -c Release -p:Semantic=true -- artifacts/semantic.model </dev/null
  semantic=(-p:Semantic=true)
fi

echo "tool package"
dotnet pack src/SearchNotes.Cli -c Release -o "$output" -nologo -v quiet "${semantic[@]}" </dev/null

echo "native program for $rid"
program=$(build/native.sh "$rid" | tail -n 1)
version=$("$program" --version | cut -d ' ' -f 2)

echo "archive"
name=searchnotes-$version-$rid
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
mkdir -p "$stage/$name/completions"
cp "$program" LICENSE THIRD-PARTY-NOTICES.txt CHANGELOG.md "$stage/$name"
cp build/package/README.md "$stage/$name"
[ "${SEMANTIC:-}" != 1 ] || cp artifacts/semantic.model "$stage/$name"
"$program" man >"$stage/$name/searchnotes.1"
for shell in bash zsh fish powershell; do
  "$program" completion "$shell" >"$stage/$name/completions/searchnotes.$shell"
done
"$tar" --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" -C "$stage" -c "$name" |
  gzip -9 -n >"$output/$name.tar.gz"

case $rid in
  linux-*)
    echo "Debian package"
    build/deb.sh "$program" "$version" "$output"
    if [[ ${WITHOUT:-} != *image* ]]; then
      echo "image"
      build/image.sh "$rid" "$output/searchnotes-$version-$rid.image.tar"
    fi
    ;;
esac

echo "npm packages"
build/npm.sh "$program" "$rid" "$version" "$output"

echo "bill of materials"
dotnet tool restore >/dev/null </dev/null
dotnet dotnet-CycloneDX src/SearchNotes.Cli/SearchNotes.Cli.csproj -o "$stage" -fn sbom.json -F Json --exclude-dev \
  --set-name searchnotes --set-version "$version" --set-type Application --no-serial-number >/dev/null </dev/null
sed "s/\"timestamp\": *\"[^\"]*\"/\"timestamp\": \"$(date -u -d "@$SOURCE_DATE_EPOCH" +%Y-%m-%dT%H:%M:%SZ)\"/" "$stage/sbom.json" \
  >"$output/searchnotes-$version.cdx.json"

(cd "$output" && sha256sum -- * >"$stage/SHA256SUMS" && cp "$stage/SHA256SUMS" SHA256SUMS)
ls -l "$output"
