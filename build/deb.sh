#!/usr/bin/env bash
# Makes the Debian package of the native program for this machine.
# Usage: build/deb.sh PROGRAM VERSION OUTPUT_FOLDER
set -euo pipefail
cd "$(dirname "$0")/.."

program=$1 version=$2 output=$3
architecture=$(dpkg --print-architecture)
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
chmod 755 "$root"

install -D -m 755 "$program" "$root/usr/bin/searchnotes"
install -D -m 644 build/deb/searchnotes.service "$root/usr/lib/systemd/system/searchnotes.service"
install -D -m 644 build/deb/searchnotes.json "$root/etc/searchnotes/searchnotes.json"
install -D -m 644 LICENSE "$root/usr/share/doc/searchnotes/copyright"
install -D -m 644 THIRD-PARTY-NOTICES.txt "$root/usr/share/doc/searchnotes/THIRD-PARTY-NOTICES.txt"
gzip -9 -n -c CHANGELOG.md >"$root/changelog"
install -D -m 644 "$root/changelog" "$root/usr/share/doc/searchnotes/changelog.gz"
rm "$root/changelog"

mkdir -p "$root/usr/share/man/man1" "$root/usr/share/bash-completion/completions" \
  "$root/usr/share/zsh/vendor-completions" "$root/usr/share/fish/vendor_completions.d"
"$program" man | gzip -9 -n >"$root/usr/share/man/man1/searchnotes.1.gz"
"$program" completion bash >"$root/usr/share/bash-completion/completions/searchnotes"
"$program" completion zsh >"$root/usr/share/zsh/vendor-completions/_searchnotes"
"$program" completion fish >"$root/usr/share/fish/vendor_completions.d/searchnotes.fish"

mkdir "$root/DEBIAN"
echo /etc/searchnotes/searchnotes.json >"$root/DEBIAN/conffiles"
install -m 755 build/deb/postinst build/deb/prerm build/deb/postrm "$root/DEBIAN"
# The lowest glibc that has every symbol the program asks for.
glibc=$(grep -a -o 'GLIBC_2\.[0-9]*' "$program" | sort -u -V | tail -n 1 | sed 's/GLIBC_//')
depends="libc6 (>= $glibc)"
# Unless OpenSSL is linked in.
! grep -q 'No usable version of libssl' "$program" || depends="$depends, libssl3 | libssl3t64"
cat >"$root/DEBIAN/control" <<CONTROL
Package: searchnotes
Version: $(echo "$version" | sed 's/-/~/')
Architecture: $architecture
Maintainer: The SearchNotes authors <searchnotes@localhost>
Installed-Size: $(du -sk --exclude=DEBIAN "$root" | cut -f1)
Depends: $depends
Suggests: nginx | httpd, git
Section: web
Priority: optional
Description: search for blogs with conference notes
 SearchNotes splits posts into talks and makes the talk the search result: by
 topic, by speaker, by a line of code or by a question from the audience. It
 serves a search page, a search box for the blog and an HTTP API.
CONTROL
find "$root" -mindepth 1 -newermt "@${SOURCE_DATE_EPOCH:-$(date +%s)}" -exec touch -h -d "@${SOURCE_DATE_EPOCH:-$(date +%s)}" {} +
dpkg-deb --root-owner-group --build -Zxz "$root" "$output/searchnotes_${version}_$architecture.deb" >/dev/null
