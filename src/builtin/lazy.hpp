// A value made when it is first asked for, from any number of threads. It has no destructor, for it may be used until the program's last moment; a library that is
// unloaded gives it back by release().
#pragma once

#include <mutex>
#include <utility>

#include "schoolimp/core/version.hpp"

namespace schoolimp::inline v0::builtin_assets {

template <typename T>
class Lazy {
public:
    /// make() is called once; when it throws, the next one to ask tries again.
    template <typename Make>
    T& get(Make make) {
        std::call_once(once_, [&] { value_ = new T(make()); });
        return *value_;
    }

    /// Nobody may ask any more.
    void release() noexcept { delete std::exchange(value_, nullptr); }

private:
    std::once_flag once_;
    T* value_ = nullptr;
};

}  // namespace schoolimp::inline v0::builtin_assets
