# Writes one file's bytes as a C++ array. usage: cmake -DINPUT=<file> -DOUTPUT=<cpp> -DSYMBOL=<identifier> -P embed.cmake
file(READ ${INPUT} hex HEX)
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
