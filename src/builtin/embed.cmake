# Writes one file's bytes as a C++ array. usage: cmake -DINPUT=<file> -DOUTPUT=<cpp> -DSYMBOL=<identifier> -P embed.cmake
# A line's break and its indentation by n spaces become one byte, 16 + n, which JSON cannot hold otherwise: a quarter of the files is indentation. text_of() undoes it.
file(READ ${INPUT} text)
foreach(n RANGE 15 0)
  string(REPEAT " " ${n} indentation)
  math(EXPR code "16 + ${n}")
  string(ASCII ${code} byte)
  string(REPLACE "\n${indentation}" "${byte}" text "${text}")
endforeach()
string(HEX "${text}" hex)
string(REGEX REPLACE "([0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f])" "\\1\n" hex "${hex}")
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
get_filename_component(name ${INPUT} NAME)
file(WRITE ${OUTPUT} "// Made from ${name} by embed.cmake.
#include \"builtin/assets.hpp\"

namespace schoolimp::inline v0::builtin_assets {
namespace {
constexpr unsigned char kBytes[] = {
${bytes}0};
}  // namespace
extern const Bytes k${SYMBOL};
const Bytes k${SYMBOL}{kBytes, sizeof(kBytes) - 1};
}  // namespace schoolimp::inline v0::builtin_assets
")
