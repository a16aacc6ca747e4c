#!/usr/bin/env bash
# Unpacks the hub's jar beside its libraries and archives its classes (Java's class data sharing): a start then takes half
# the time and processor. `./mvnw package` runs it; without its result the command `hub` starts the jar as it is.
#
#   app/class-archive.sh [JAVA]     what `target/unpacked/from` names is what it was made from: jar and JVM
set -euo pipefail

app="$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)"
java="${1:-java}"
jar="$app/target/sangam-hub.jar"
folder="$app/target/unpacked"
work="$(mktemp -d "$app/target/unpacking-XXXXXX")"
hub=''
trap '[ -z "$hub" ] || kill "$hub" 2>/dev/null || true; rm -rf "$work"' EXIT

"$java" -Djarmode=tools -jar "$jar" extract --destination "$work/app" >/dev/null
rm -rf "$folder"
mv -T "$work/app" "$folder" # an archive knows its jars by their paths
jvm="$(dirname "$(dirname "$(readlink -f "$(command -v "$java")")")")/release"

# Which classes a start needs is seen in a start.
train() {
  "$java" -XX:TieredStopAtLevel=1 -XX:DumpLoadedClassList="$work/loaded" -Dhub.home="$app/.." \
    -jar "$folder/sangam-hub.jar" run --data "$work/data" --port 0 >"$work/out" 2>&1 &
  hub=$!
  for _ in $(seq 600); do
    if grep -q '^Sangam serves' "$work/out"; then break; fi
    kill -0 "$hub" 2>/dev/null || return 1
    sleep 0.2
  done
  kill "$hub"
  wait "$hub" || true # it ends by the signal
  hub=''
  grep -q '^Sangam serves' "$work/out"
}

# Java 17 crashes when a recording or an agent asks for the file of an archived class that lies in a jar's part for newer
# Javas (META-INF/versions), or in none (what @lambda-form lines make). They stay out.
sharable() {
  grep -aohE 'META-INF/versions/[0-9]+/[^ ]+\.class' "$folder"/lib/*.jar |
    sed -E 's#META-INF/versions/[0-9]+/##; s#\.class$##' | sort -u >"$work/versioned"
  grep -v '^@lambda-form' "$work/loaded" | grep -vFf "$work/versioned"
}

if train && sharable >"$work/classes" && "$java" -Xshare:dump -XX:+UseSerialGC -Xlog:disable -Xlog:all=error \
  -XX:SharedClassListFile="$work/classes" -XX:SharedArchiveFile="$work/classes.jsa" -jar "$folder/sangam-hub.jar"; then
  mv "$work/classes.jsa" "$folder/"
else
  printf 'No archive of classes: the hub starts without one, some seconds later. Its last words:\n' >&2
  tail -n 5 "$work/out" >&2
fi
stat -L -c '%s %Y' "$jar" "$jvm" >"$folder/from"
