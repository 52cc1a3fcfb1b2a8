#include "builtin/assets.hpp"
#include "builtin/lazy.hpp"
#include "builtin/release.hpp"
#include "schoolimp/builtin/builtin.hpp"
#include "schoolimp/io/benchmarks_json.hpp"

namespace schoolimp::inline v0 {
namespace {

Benchmarks load_benchmarks() {
    Result<Benchmarks> parsed = parse_benchmarks(builtin_assets::find("data", "benchmarks"));
    return parsed.ok() ? *std::move(parsed) : Benchmarks();  // the tests parse the embedded file
}

constinit builtin_assets::Lazy<Benchmarks> loaded;

}  // namespace

const Benchmarks& builtin_benchmarks() { return loaded.get(load_benchmarks); }

void builtin_assets::release_benchmarks() noexcept { loaded.release(); }

}  // namespace schoolimp::inline v0
