#!/usr/bin/env bash
# Runs a command with SEARCHNOTES_BASE_IMAGE set to an image that is made here, of Debian's C library alone, in a registry on this machine:
# build/image.sh is tried with it where the registry of its usual base cannot be reached.
# Needs apt-get, skopeo and docker-registry. Usage: build/local-base.sh COMMAND…
set -euo pipefail

work=$(mktemp -d)
registry=
trap '[ -z "$registry" ] || kill "$registry"; rm -rf "$work"' EXIT
port=$((20000 + RANDOM % 20000))

# One layer: the C library, what it reads, and a folder for temporary files. No shell, no package manager.
mkdir -p "$work/packages" "$work/root" "$work/layout/blobs/sha256"
chmod 755 "$work"
(cd "$work/packages" && apt-get -o APT::Sandbox::User=root download -qq base-files libc6 libgcc-s1 gcc-12-base tzdata >/dev/null)
for package in "$work"/packages/*.deb; do
  dpkg-deb -x "$package" "$work/root"
done
rm -rf "$work/root/usr/share/doc" "$work/root/usr/share/lintian"
tar --sort=name --owner=0 --group=0 --numeric-owner --mtime=@0 -C "$work/root" -cf "$work/layer.tar" .

blob() { # FILE: puts a file among the blobs and prints its digest and size.
  local digest
  digest=$(sha256sum "$1" | cut -d ' ' -f 1)
  cp "$1" "$work/layout/blobs/sha256/$digest"
  echo "\"digest\": \"sha256:$digest\", \"size\": $(stat -c %s "$1")"
}
content=$(sha256sum "$work/layer.tar" | cut -d ' ' -f 1)
gzip -n "$work/layer.tar"
cat >"$work/config.json" <<CONFIG
{ "architecture": "$(dpkg --print-architecture)", "os": "linux", "config": { "Env": ["PATH=/usr/bin:/bin"] },
  "rootfs": { "type": "layers", "diff_ids": ["sha256:$content"] } }
CONFIG
cat >"$work/manifest.json" <<MANIFEST
{ "schemaVersion": 2, "mediaType": "application/vnd.oci.image.manifest.v1+json",
  "config": { "mediaType": "application/vnd.oci.image.config.v1+json", $(blob "$work/config.json") },
  "layers": [{ "mediaType": "application/vnd.oci.image.layer.v1.tar+gzip", $(blob "$work/layer.tar.gz") }] }
MANIFEST
echo '{ "imageLayoutVersion": "1.0.0" }' >"$work/layout/oci-layout"
cat >"$work/layout/index.json" <<INDEX
{ "schemaVersion": 2, "manifests": [{ "mediaType": "application/vnd.oci.image.manifest.v1+json", $(blob "$work/manifest.json"),
  "annotations": { "org.opencontainers.image.ref.name": "1" } }] }
INDEX

cat >"$work/registry.yml" <<REGISTRY
version: 0.1
storage: { filesystem: { rootdirectory: $work/registry } }
http: { addr: "127.0.0.1:$port" }
REGISTRY
docker-registry serve "$work/registry.yml" >"$work/registry.log" 2>&1 &
registry=$!
for _ in $(seq 100); do
  (: </dev/tcp/127.0.0.1/"$port") 2>/dev/null && break || sleep 0.1
done
skopeo --insecure-policy copy --quiet --dest-tls-verify=false "oci:$work/layout:1" "docker://localhost:$port/base:1"
SEARCHNOTES_BASE_IMAGE=localhost:$port/base:1 "$@"
