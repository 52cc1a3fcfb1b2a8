#!/usr/bin/env bash
# The binary promises of libschoolimp_c, one line each: what is exported, what is needed, what happens at loading and unloading, sizes of structures, and that a program compiled
# against the frozen header of version 1 runs with today's library.
#
#   bindings_tests/abi/check_library.sh FOLDER [--release]     FOLDER holds libschoolimp_c.so; --release: it is a Release build, whose size counts
#
# A tool that is not installed is said so; with SCHOOLIMP_ALL_CLIENTS=1 that is a failure.
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
folder=$(cd "${1:?usage: check_library.sh FOLDER [--release]}" && pwd)
library=$folder/libschoolimp_c.so
release=${2:-}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0

ok() { echo "ok: $1"; }
failed() {
  echo "FAILED: $1"
  [ $# -lt 2 ] || printf '%s\n' "$2" | head -n 20 | sed 's/^/    /'
  failures=$((failures + 1))
}
# check WHAT COMMAND...: the command prints nothing and succeeds when the promise is kept.
check() {
  local what=$1 output
  shift
  if output=$("$@" 2>&1) && [ -z "$output" ]; then ok "$what"; else failed "$what" "$output"; fi
}
# For what needs a tool that may not be there.
check_with() {
  local tool=$1
  shift
  if command -v "$tool" >/dev/null; then
    check "$@"
  elif [ -n "${SCHOOLIMP_ALL_CLIENTS:-}" ]; then
    failed "$1" "there is no $tool"
  else
    echo "SKIPPED: $1: there is no $tool"
  fi
}

exported() { nm -D --defined-only "$library" | awk '$2 != "A" {print $3}' | sort; }
functions_of_header() { grep -oE '^SCHOOLIMP_API [^(]*\bschoolimp_[a-z_0-9]+\(' "$1" | grep -oE 'schoolimp_[a-z_0-9]+\($' | tr -d '(' | sort; }

exports_are_listed() { diff <(exported) <(sed 's/$/@@SCHOOLIMP_1/' "$root/capi/symbols.txt"); }
map_is_listed() { diff <(grep -oE '^ +schoolimp_[a-z_0-9]+;' "$root/capi/schoolimp_c.map" | tr -d ' ;' | sort) "$root/capi/symbols.txt"; }
header_is_listed() { diff <(functions_of_header "$root/capi/schoolimp_c.h") "$root/capi/symbols.txt"; }
soname_is_one() { readelf -d "$library" | grep SONAME | grep -v '\[libschoolimp_c\.so\.1\]'; true; }
needs_only_the_run_time() { readelf -d "$library" | grep NEEDED | grep -vE '\[(libstdc\+\+\.so\.6|libgcc_s\.so\.1|libc\.so\.6|libm\.so\.6|ld-linux[a-z0-9-]*\.so\.[0-9])\]'; true; }
has_no_unique_symbol() { nm -D "$library" | grep ' u '; true; }
# What runs at loading is the compiler's own: the registration of frames, and the look at the processor that the choice of kernels asks for.
# Addresses of the functions that run at loading, as nm writes them.
init_entries() {
  objdump -s -j .init_array "$1" | awk '/^ [0-9a-f]+ /{for (i = 2; i <= 5; i++) if (length($i) == 8 && $i ~ /^[0-9a-f]+$/) printf "%s", $i}' | fold -w 16 |
    sed -E 's/(..)(..)(..)(..)(..)(..)(..)(..)/\8\7\6\5\4\3\2\1/'
}
has_no_initialiser() {
  local entry name
  for entry in $(init_entries "$1"); do
    name=$(nm "$1" | grep -i "^$entry " | head -n 1 | cut -d ' ' -f 3)
    case $name in frame_dummy | __cpu_indicator_init | init_have_lse_atomics) ;; *) echo "the function at $entry runs at loading: ${name:-no name}" ;; esac
  done
}
initialisers_are_seen() {
  printf '#include <string>\n#include <cstdlib>\nstd::string made_at_loading = std::getenv("HOME") ? "a" : "b";\n' >"$work/bad.cpp"
  "${CXX:-c++}" -shared -fPIC "$work/bad.cpp" -o "$work/bad.so" || return 1
  local seen
  seen=$(has_no_initialiser "$work/bad.so")
  [ "$(printf '%s\n' "$seen" | grep -c 'GLOBAL__sub_I')" -eq 1 ] || echo "a global object with a constructor was not seen: $seen"
}
is_small() {
  strip -o "$work/stripped.so" "$library"
  local size
  size=$(stat -c %s "$work/stripped.so")
  [ "$size" -lt "$limit_bytes" ] || echo "$size bytes stripped; less than $limit_bytes are meant"
}
compiles() { "$1" -x "$2" -std="$3" -pedantic-errors -Wall -Wextra -Werror -fsyntax-only -I"$root/capi" "$here/header_alone.c"; }
sizes_are_frozen() { "${CC:-cc}" -std=c99 -fsyntax-only -I"$root/capi" "$here/sizes.c"; }
unloads() { "${CC:-cc}" "$here/unload.c" -o "$work/unload" -ldl && "$work/unload" "$library"; }
two_copies_live_together() {
  cp "$library" "$work/another_copy.so"
  "${CC:-cc}" "$here/two_copies.c" -o "$work/two_copies" -ldl && "$work/two_copies" "$library" "$work/another_copy.so"
}
ends_while_busy() {
  "${CC:-cc}" "$here/end_while_busy.c" -I"$root/capi" -L"$folder" -lschoolimp_c -Wl,-rpath,"$folder" -pthread -o "$work/end_while_busy" || return 1
  local round
  for round in $(seq 20); do "$work/end_while_busy" || echo "round $round ended with $?"; done
}
old_client_runs() {
  "${CC:-cc}" -std=c89 -pedantic-errors -Wall -Wextra -Werror -Wno-overlength-strings -I"$here/v1" "$here/v1/client.c" -L"$folder" -lschoolimp_c -Wl,-rpath,"$folder" -o "$work/client" &&
    "$work/client" >"$work/client.txt" && diff "$work/client.txt" "$here/v1/client.txt"
}
# The header's own binary interface, without the library's inner types: a library of stubs with debug information. Any difference is a break; functions that are added are not looked at.
make_stubs() {
  python3 "$here/stubs.py" "$1/schoolimp_c.h" >"$work/stubs.c" &&
    (cd "$work" && "${CC:-cc}" -w -g -O0 -fPIC -shared -I"$1" -Wl,-soname,libschoolimp_c.so.1 -Wl,--version-script="$root/capi/schoolimp_c.map" stubs.c -o "$2")
}
interface_is_compatible() {
  make_stubs "$1" "$work/today.so" && abidiff --exported-interfaces-only --no-added-syms "$here/v1/libschoolimp_c.abi" "$work/today.so" >"$work/abidiff.txt" 2>&1 || cat "$work/abidiff.txt"
}
# Breaks made on purpose, each a sed script on the header.
breaks_are_seen() {
  local break
  for break in '/^    int32_t valid; /{h;d};/^    int32_t known; /{G}' 's/int32_t schoolimp_school_year_day_after(/int64_t schoolimp_school_year_day_after(/' \
    's/^    int32_t search_limit; /    int64_t search_limit; /' '/schoolimp_framework_id(/d'; do
    mkdir -p "$work/broken"
    sed -e "$break" "$root/capi/schoolimp_c.h" >"$work/broken/schoolimp_c.h"
    cmp -s "$root/capi/schoolimp_c.h" "$work/broken/schoolimp_c.h" && echo "nothing was broken by: $break"
    [ -n "$(interface_is_compatible "$work/broken")" ] || echo "not seen: $break"
  done
}
# Numbers with names are part of the interface as well: every one of version 1 stands with its value.
numbers_of() { sed -E 's@/\*.*@@; s/[[:space:]]+$//' "$1" | grep -E '^#define SCHOOLIMP_[A-Z0-9_]+ ' | grep -vE '_INIT |SCHOOLIMP_API_LEVEL|SCHOOLIMP_API |SCHOOLIMP_NOEXCEPT' | sort; }
constants_are_frozen() { comm -23 <(numbers_of "$here/v1/schoolimp_c.h") <(numbers_of "$root/capi/schoolimp_c.h"); }
pages_have_no_warnings() { (cd "$root/capi" && OUTPUT="$work/pages" doxygen Doxyfile 2>&1 >/dev/null); }

limit_bytes=3000000

check "the exported functions are those of symbols.txt, all in version SCHOOLIMP_1" exports_are_listed
check "schoolimp_c.map lists the same" map_is_listed
check "schoolimp_c.h declares the same" header_is_listed
check "the SONAME is libschoolimp_c.so.1" soname_is_one
check "only the C and C++ run-time is needed" needs_only_the_run_time
check "no symbol is unique, which would forbid unloading" has_no_unique_symbol
check "nothing runs at loading" has_no_initialiser "$library"
check "an initialiser would be seen" initialisers_are_seen
[ "$release" != --release ] || check "the stripped library has less than $((limit_bytes / 1000000)) MB" is_small
for standard in c89 c99 c11 c17; do
  check_with "${CC:-gcc}" "the header compiles with ${CC:-gcc} as $standard" compiles "${CC:-gcc}" c $standard
  check_with clang "the header compiles with clang as $standard" compiles clang c $standard
done
for standard in c++98 c++11 c++20; do check_with "${CXX:-g++}" "the header compiles as $standard" compiles "${CXX:-g++}" c++ $standard; done
check "sizes and places of members are those of version 1" sizes_are_frozen
check "dlclose unloads it and leaves nothing behind" unloads
check "two copies live in one process" two_copies_live_together
check "a program compiled against the header of version 1 runs" old_client_runs
check_with abidiff "the binary interface is that of version 1, with additions" interface_is_compatible "$root/capi"
check_with abidiff "an incompatible one would be seen" breaks_are_seen
check "numbers with names are those of version 1" constants_are_frozen
check "threads may be in the library while the program ends" ends_while_busy
check_with doxygen "the pages of the header are made without a warning" pages_have_no_warnings

[ $failures -eq 0 ] && echo "the binary interface keeps its promises" || { echo "$failures promises are broken"; exit 1; }
