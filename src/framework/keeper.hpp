// Keeper: what the rooms above work out for a framework, kept with it, so that it is worked out once for all that use the framework.
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "schoolimp/core/version.hpp"

namespace schoolimp::inline v0 {

class Keeper {
public:
    /// Something kept. It may refer to the framework's program, but must not hold the framework, which holds it.
    struct Thing {
        Thing() = default;
        Thing(const Thing&) = delete;
        Thing& operator=(const Thing&) = delete;
        virtual ~Thing() = default;
    };

    /// No more things than this are kept: those used last.
    static constexpr std::size_t kMostThings = 4;

    /// The thing of this kind that fits; if none is kept, the one that `make` gives. To be called from any thread: what several of them miss at the same
    /// time each may make, and no one waits for another.
    template <typename Kind, typename Fits, typename Make>
    std::shared_ptr<const Kind> find_or_make(Fits&& fits, Make&& make) {
        if (std::shared_ptr<const Kind> found = find<Kind>(fits)) return found;
        std::shared_ptr<const Kind> made = make();
        keep(made);
        return made;
    }

private:
    template <typename Kind, typename Fits>
    std::shared_ptr<const Kind> find(Fits&& fits) {
        const std::lock_guard<std::mutex> lock(mutex_);
        for (auto it = things_.begin(); it != things_.end(); ++it) {
            std::shared_ptr<const Kind> thing = std::dynamic_pointer_cast<const Kind>(*it);
            if (thing == nullptr || !fits(*thing)) continue;
            std::rotate(things_.begin(), it, it + 1);
            return thing;
        }
        return nullptr;
    }

    void keep(std::shared_ptr<const Thing> thing) {
        std::shared_ptr<const Thing> last;  // Ends when the lock has been given back.
        const std::lock_guard<std::mutex> lock(mutex_);
        if (things_.size() == kMostThings) {
            last = std::move(things_.back());
            things_.pop_back();
        }
        things_.insert(things_.begin(), std::move(thing));
    }

    std::mutex mutex_;
    std::vector<std::shared_ptr<const Thing>> things_;  ///< The one used last first.
};

}  // namespace schoolimp::inline v0
