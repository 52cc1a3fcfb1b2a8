#include "handle.hpp"

#ifndef NDEBUG
#include <array>
#include <cstddef>
#include <mutex>
#endif

namespace schoolimp::c {

namespace {

constexpr std::uint32_t kEnded = 0x5C00DEADU;

#ifndef NDEBUG
/// The last handles that ended, in a ring.
struct Quarantine {
    std::mutex mutex;
    std::array<void*, 32> memory{};
    std::size_t next = 0;
};
constinit Quarantine quarantine;

/// Takes the memory in and gives the oldest back.
void* exchange(void* memory) {
    const std::lock_guard<std::mutex> lock(quarantine.mutex);
    void*& place = quarantine.memory[quarantine.next];
    quarantine.next = (quarantine.next + 1) % quarantine.memory.size();
    return std::exchange(place, memory);
}
#endif

}  // namespace

void release_memory(void* memory) noexcept {
    std::memcpy(memory, &kEnded, sizeof(kEnded));
#ifndef NDEBUG
    memory = exchange(memory);
#endif
    ::operator delete(memory);
}

}  // namespace schoolimp::c
