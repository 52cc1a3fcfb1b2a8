#!/usr/bin/env bash
# Compiles and runs the clients of the C interface: C, C#, Java and PHP do the same job with the same documents, so they must print the same bytes,
# those of client_inputs/expected.txt, and write the same .ics.
#
#     run_c_clients.sh LIBRARY_FOLDER       the folder of libschoolimp_c.so
#
# A language whose tools are not installed is skipped and said to be; with SCHOOLIMP_ALL_CLIENTS=1 that is a failure.
# SCHOOLIMP_UPDATE_GOLDEN=1 accepts what the first client prints. JNA_JAR: where JNA is, if not where Debian has it.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
library=$(cd "${1:?usage: run_c_clients.sh LIBRARY_FOLDER}" && pwd)
headers=$here/../capi
inputs=$here/client_inputs
jna=${JNA_JAR:-/usr/share/java/jna.jar}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0
# The bytes must not depend on the machine's language.
export LC_ALL=C LD_LIBRARY_PATH=$library

if [ ! -e "$library/libschoolimp_c.so" ]; then
  echo "there is no libschoolimp_c.so in $1" >&2
  exit 2
fi

build_c() {
  local sanitizers=$1 out=$2
  # shellcheck disable=SC2086
  ${CC:-gcc} -std=c89 -pedantic-errors -Wall -Wextra -Wconversion -Wshadow -Werror -g $sanitizers -I"$headers" "$here"/c/*.c \
    -L"$library" -lschoolimp_c -o "$out"
}
compile_c() { build_c "" "$work/client"; }
run_c() { "$work/client" "$inputs" "$1"; }

# The same program with every leak and every access checked.
compile_c_checked() { build_c "-fsanitize=address,undefined -fno-sanitize-recover=all" "$work/client_checked"; }
run_c_checked() { ASAN_OPTIONS=detect_leaks=1 "$work/client_checked" "$inputs" "$1"; }

compile_csharp() { mcs -warnaserror -warn:4 -out:"$work/client.exe" "$here"/csharp/*.cs; }
run_csharp() { mono "$work/client.exe" "$inputs" "$1"; }

compile_java() { javac -encoding UTF-8 -Xlint:all -Werror -cp "$jna" -d "$work/java" "$here"/java/Client.java "$here"/java/schoolimp/*.java; }
run_java() { java -Djna.library.path="$library" -cp "$work/java:$jna" Client "$inputs" "$1"; }

php_with_ffi() { php -d ffi.enable=1 -d error_reporting=-1 -d display_errors=stderr -d log_errors=0 "$@"; }
compile_php() { find "$here/php" -name '*.php' -print0 | xargs -0 -n 1 php -l >/dev/null; }
run_php() { php_with_ffi "$here/php/client.php" "$headers/schoolimp_c.h" "$library/libschoolimp_c.so.1" "$inputs" "$1"; }

# What a language lacks here; nothing when it can be run.
lacks() {
  local tool
  for tool in "$@"; do
    if ! command -v "$tool" >/dev/null; then
      echo "no $tool"
      return
    fi
  done
}
lacks_c() { lacks "${CC:-gcc}"; }
lacks_c_checked() { lacks_c; }
lacks_csharp() { lacks mcs mono; }
lacks_java() {
  local missing
  missing=$(lacks javac java)
  if [ -z "$missing" ] && [ ! -e "$jna" ]; then missing="no JNA ($jna)"; fi
  echo "$missing"
}
lacks_php() {
  local missing
  missing=$(lacks php)
  if [ -z "$missing" ] && ! php -r 'exit(extension_loaded("FFI") ? 0 : 1);'; then missing="no FFI in php"; fi
  echo "$missing"
}

fail() {
  echo "client $1: FAILED, $2"
  failures=$((failures + 1))
}

# Compares what a client gave with what is expected; the first client's .ics is that of all.
compare() {
  local name=$1 text=$2 calendar=$3
  if [ "${SCHOOLIMP_UPDATE_GOLDEN:-}" = 1 ] && [ ! -e "$work/first.ics" ]; then cp "$text" "$inputs/expected.txt"; fi
  [ -e "$work/first.ics" ] || cp "$calendar" "$work/first.ics"
  if ! diff -u "$inputs/expected.txt" "$text" >"$work/diff"; then
    fail "$name" "it prints something else:"
    head -40 "$work/diff"
  elif ! grep -q '^BEGIN:VEVENT' "$calendar"; then
    fail "$name" "its .ics has no event"
  elif ! cmp "$work/first.ics" "$calendar"; then
    fail "$name" "its .ics is not that of the first client"
  else
    echo "client $name: passed"
  fi
}

try_client() {
  local name=$1 missing
  missing=$(lacks_"$name")
  if [ -n "$missing" ]; then
    if [ "${SCHOOLIMP_ALL_CLIENTS:-}" = 1 ]; then fail "$name" "$missing"; else echo "client $name: SKIPPED, $missing"; fi
    return
  fi
  if ! compile_"$name"; then
    fail "$name" "it does not compile"
  elif ! run_"$name" "$work/$name.ics" >"$work/$name.txt"; then
    fail "$name" "it ended with an error, after:"
    tail -3 "$work/$name.txt"
  else
    compare "$name" "$work/$name.txt" "$work/$name.ics"
  fi
}

for client in c c_checked csharp java php; do try_client "$client"; done
[ "$failures" = 0 ]
