#!/usr/bin/env bash
# Compiles searchnotes to machine code: artifacts/native/RID/searchnotes, one file that needs no .NET.
# SEMANTIC=1 builds ranking by meaning in; its model, artifacts/semantic.model, is put beside the program.
# Usage: build/native.sh [RID], by default for this machine. A compiler for the target is needed: clang, or gcc.
set -euo pipefail
cd "$(dirname "$0")/.."

rid=${1:-$(dotnet --info | sed -n 's/^ *RID: *//p')}
name=searchnotes
case $rid in win-*) name=searchnotes.exe ;; esac
folder=artifacts/native/$rid
options=()
[ "${SEMANTIC:-}" != 1 ] || options+=(-p:Semantic=true)
case $rid in
  linux-*)
    command -v clang >/dev/null || options+=(-p:CppCompilerAndLinker=gcc -p:LinkerFlavor=bfd)
    # .NET takes its digests from OpenSSL. Linked in, the program runs where there is none, as in a bare Debian.
    if command -v cmake >/dev/null && [ -n "$(gcc -print-file-name=libssl.a | grep /)" ]; then
      options+=(-p:StaticOpenSslLinking=true)
    else
      echo "Without cmake and libssl.a (libssl-dev) the program needs libssl where it runs." >&2
    fi
    ;;
esac

published=$(mktemp -d)
trap 'rm -rf "$published"' EXIT
dotnet publish src/SearchNotes.Cli -c Release -r "$rid" -p:Native=true -o "$published" -nologo -v quiet "${options[@]}" </dev/null
mkdir -p "$folder"
# Moved into place whole: a test may start the file while it is renewed.
case $rid in
  win-*) cp "$published/SearchNotes.Cli.exe" "$folder/$name.new" ;;
  *) cp "$published/SearchNotes.Cli" "$folder/$name.new" ;;
esac
mv "$folder/$name.new" "$folder/$name"
[ ! -e "$published/semantic.model" ] || cp "$published/semantic.model" "$folder/"
echo "$folder/$name"
