#!/usr/bin/env bash
# Reindexes a running service and waits for the end, for example after a deployment of the blog:
#     SEARCHNOTES_REINDEX_KEY=... docs/examples/reindex.sh https://notes.example
# Needs bash and curl. Exit codes: 0 done, 2 failed.
set -euo pipefail

service=${1:?"Usage: reindex.sh ADDRESS"}

# The key goes to curl through a file descriptor, so that no list of processes shows it.
ask() {
  curl --silent --show-error --config <(printf 'header = "Authorization: Bearer %s"\n' "$SEARCHNOTES_REINDEX_KEY") "$@" || exit 2
}

# 202 comes with the address of the task; 409 means that another run is writing the index.
for attempt in 1 2 3 4 5; do
  answer=$(ask --include --request POST "$service/api/reindex")
  [[ $answer =~ ^HTTP/[0-9.]+\ 409 ]] || break
  sleep 2
done
location=$(sed -n 's/^location: *//Ip' <<< "$answer" | tr -d '\r')
if [ -z "$location" ]; then
  echo "The service refused: $answer" >&2
  exit 2
fi
[[ $location = http* ]] || location=$service$location

while true; do
  task=$(ask "$location")
  case $task in
    *'"status":"running"'*) sleep 1 ;;
    *'"status":"done"'*) echo "$task"; exit 0 ;;
    *) echo "$task" >&2; exit 2 ;;
  esac
done
