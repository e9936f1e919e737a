#!/usr/bin/env bash
# Exports the search on a build machine without .NET, such as Netlify's and Cloudflare's: docs/static.md.
# Run after the generator. Needs bash, curl and git.
set -euo pipefail

posts=${POSTS:-_posts}
output=${OUTPUT:-_site/search}
searchnotes=${SEARCHNOTES:-https://github.com/you/searchnotes.git}

if ! command -v dotnet > /dev/null; then
  curl --silent --show-error --location https://dot.net/v1/dotnet-install.sh | bash -s -- --channel 10.0 --install-dir "$HOME/.dotnet"
  export PATH="$HOME/.dotnet:$PATH" DOTNET_ROOT="$HOME/.dotnet"
fi
[ -d .searchnotes ] || git clone --quiet --depth 1 "$searchnotes" .searchnotes
dotnet run --project .searchnotes/src/SearchNotes.Cli -c Release -- export --corpus "$posts" --out "$output" --check
