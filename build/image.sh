#!/usr/bin/env bash
# Makes an OCI image of the native program, as an archive for "docker load" or "podman load". Needs no Docker, but the registry of
# the base image, which has glibc and nothing else that runs.
# Usage: build/image.sh RID OUTPUT_FILE
set -euo pipefail
cd "$(dirname "$0")/.."

base=${SEARCHNOTES_BASE_IMAGE:-mcr.microsoft.com/dotnet/runtime-deps:10.0-noble-chiseled}
options=()
# The same as build/native.sh, whose result is used again.
! { command -v cmake >/dev/null && [ -n "$(gcc -print-file-name=libssl.a | grep /)" ]; } || options+=(-p:StaticOpenSslLinking=true)
command -v clang >/dev/null || options+=(-p:CppCompilerAndLinker=gcc -p:LinkerFlavor=bfd)
dotnet publish src/SearchNotes.Cli -c Release -r "$1" -p:Native=true -t:PublishContainer -nologo -v quiet "${options[@]}" \
  "-p:ContainerBaseImage=$base" "-p:ContainerArchiveOutputPath=$(realpath "$2")" </dev/null
