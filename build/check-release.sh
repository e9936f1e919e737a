#!/usr/bin/env bash
# Tries every form in artifacts/release as its users would: installed from the files that build/release.sh wrote, in an empty folder,
# with nothing on the path that the form does not need. Says of each form whether it works, and fails when one does not.
# A form whose tools are missing here is named as not tried. As root with debootstrap, the Debian package and the program are
# tried in a bare Debian; without, in a folder.
set -uo pipefail
cd "$(dirname "$0")/.."

release=$(realpath artifacts/release)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
rid=$(dotnet --info | sed -n 's/^ *RID: *//p')
failed=0

note() { printf '%-8s %-16s %s\n' "$1" "$2" "${3:-}"; }

# try NAME FUNCTION: runs a check in a folder of its own.
try() {
  mkdir -p "$work/$1"
  # Not as a condition: there "set -e" would be without effect.
  (cd "$work/$1"; set -e; "$2") >"$work/$1.log" 2>&1
  if [ $? = 0 ]; then
    note ok "$1"
  else
    note FAILED "$1"
    sed 's/^/         /' "$work/$1.log" | tail -n 20
    failed=1
  fi
}

# The two commands that a new user types, in a folder with a blog of one post.
blog() {
  mkdir -p "$1/_posts"
  printf -- '---\ntitle: Lantern Meetup\n---\n\n# Ada Moth on Queues that never sleep\n\nA queue is a promise.\n\n# Bo Reed on Lighthouses\n\nEvery lamp needs a keeper.\n' \
    >"$1/_posts/2020-01-02-meetup.md"
}
first_minutes() { # COMMAND…: runs in the current folder.
  blog .
  "$@" init --yes
  "$@" reindex --settings searchnotes.json
  "$@" search keeper --settings searchnotes.json | grep -q 'Lighthouses'
  "$@" --version | grep -q '^searchnotes [0-9]'
}

finds() { # PORT: waits until a service finds the talk.
  for _ in $(seq 300); do
    ! curl --silent "http://127.0.0.1:$1/api/search?q=keeper" | grep -q Lighthouses || return 0
    sleep 0.2
  done
  return 1
}

sums() { (cd "$release" && sha256sum --quiet -c SHA256SUMS); }

tool() {
  # The package comes from the folder alone; a home of its own, so that nothing of this machine's settings counts.
  printf '<configuration><packageSources><clear/><add key="release" value="%s"/></packageSources></configuration>\n' "$release" >nuget.config
  mkdir home
  HOME=$PWD/home DOTNET_CLI_HOME=$PWD/home dotnet tool install SearchNotes --tool-path tools --version "$(version)" --configfile nuget.config
  first_minutes env -i HOME="$PWD/home" DOTNET_ROOT="$(dirname "$(readlink -f "$(command -v dotnet)")")" "$PWD/tools/searchnotes"
}

archive() {
  tar -xzf "$release/searchnotes-$(version)-$rid.tar.gz"
  first_minutes env -i "$PWD/searchnotes-$(version)-$rid/searchnotes"
}

npm_package() {
  node=$(dirname "$(readlink -f "$(command -v node)")")
  npm install --offline --no-audit --no-fund --prefix . "$release/searchnotes-$(version).tgz" "$release/searchnotes-$rid-$(version).tgz"
  # npx is a script for node; env and sh are all it needs besides.
  export PATH="$node:$(dirname "$(command -v env)")"
  first_minutes env -i HOME="$PWD" PATH="$PATH" npx --offline --no-install searchnotes
  # In a blog's build.
  env -i HOME="$PWD" PATH="$PATH" npx --offline --no-install searchnotes export --settings searchnotes.json --out _site/search
  test -s _site/search/index.html
}

# A user who has a blog and a new Debian, and pastes two commands: dpkg -i and searchnotes serve.
debian() {
  debootstrap --variant=minbase bookworm root >/dev/null
  cp "$release"/searchnotes_*.deb root/tmp/
  mkdir root/blog
  blog root/blog
  port=$((20000 + RANDOM % 20000))
  chroot root dpkg -i "/tmp/$(basename "$release"/searchnotes_*.deb)"
  chroot root env -C /blog SEARCHNOTES_URLS="http://127.0.0.1:$port" searchnotes serve --corpus _posts &
  server=$!
  trap 'kill "$server" 2>/dev/null || true' EXIT
  finds "$port"
  kill "$server"
  wait "$server"
  # On the command line.
  chroot root sh -ec 'cd /blog && searchnotes init --yes && searchnotes reindex --settings searchnotes.json &&
    searchnotes search keeper --settings searchnotes.json | grep Lighthouses'
  test -s root/usr/share/man/man1/searchnotes.1.gz
  chroot root dpkg --purge searchnotes
  test ! -e root/etc/searchnotes && test ! -e root/usr/bin/searchnotes
}

debian_folder() {
  dpkg-deb -x "$release"/searchnotes_*.deb root
  first_minutes env -i "$PWD/root/usr/bin/searchnotes"
}

unit() {
  dpkg-deb -x "$release"/searchnotes_*.deb root
  sed "s|/usr/bin/searchnotes|$PWD/root/usr/bin/searchnotes|" root/usr/lib/systemd/system/searchnotes.service >searchnotes.service
  systemd-analyze verify --man=no ./searchnotes.service
  # 0 is closed, 10 is open.
  systemd-analyze security --offline=true --threshold=20 ./searchnotes.service >/dev/null
}

image() {
  # An OCI archive: the layers on top of each other are the image. Run as its user, who can write the index alone.
  mkdir archive root
  tar -xf "$release"/searchnotes-*.image.tar -C archive
  blob() { tr -d '\n' <"archive/blobs/sha256/$1"; }
  digests() { grep -o 'sha256:[0-9a-f]\{64\}' | cut -d : -f 2; }
  manifest=$(digests <archive/index.json | head -n 1)
  config=$(blob "$manifest" | grep -o '"config".*' | digests | head -n 1)
  for layer in $(blob "$manifest" | sed 's/.*"layers"//' | digests); do
    tar -xf "archive/blobs/sha256/$layer" -C root
  done
  entry=$(blob "$config" | sed 's/.*"Entrypoint": *\[ *"\([^"]*\)".*/\1/')
  mkdir -p root/posts root/index root/dev
  # As an engine provides them.
  mknod -m 666 root/dev/null c 1 3
  mknod -m 666 root/dev/urandom c 1 9
  blog root/posts
  chown 1654 root/index
  port=$((20000 + RANDOM % 20000))
  env -i SEARCHNOTES_CORPUS=/posts SEARCHNOTES_INDEX=/index SEARCHNOTES_URLS="http://127.0.0.1:$port" \
    "$(command -v chroot)" --userspec=1654:1654 root "$entry" serve &
  server=$!
  trap 'kill "$server" 2>/dev/null || true' EXIT
  finds "$port"
  kill "$server"
  wait "$server"
  # What an engine reads, where there is one.
  ! command -v podman >/dev/null || podman --root "$PWD/podman" --storage-driver vfs load --quiet -i "$release"/searchnotes-*.image.tar
}

materials() {
  grep -q '"bomFormat": *"CycloneDX"' "$release"/searchnotes-*.cdx.json
  grep -q 'Lucene.Net@' "$release"/searchnotes-*.cdx.json
}

version() { basename "$release"/SearchNotes.*.nupkg .nupkg | sed 's/^SearchNotes\.//'; }

try sums sums
try tool tool
try archive archive
try materials materials
if command -v npm >/dev/null; then try npm npm_package; else note "not tried" npm "npm is not installed"; fi
if compgen -G "$release/*.deb" >/dev/null; then
  try deb-folder debian_folder
  if command -v debootstrap >/dev/null && [ "$(id -u)" = 0 ]; then
    try deb debian
  else
    note "not tried" deb "a bare Debian needs root and debootstrap"
  fi
  if command -v systemd-analyze >/dev/null; then try unit unit; else note "not tried" unit "systemd is not installed"; fi
fi
if compgen -G "$release/*.image.tar" >/dev/null; then
  if [ "$(id -u)" = 0 ]; then try image image; else note "not tried" image "chroot needs root"; fi
else
  note "not tried" image "it was not made"
fi
exit "$failed"
