#include "capi/failing_memory.hpp"

#include <atomic>
#include <cstdlib>
#include <new>

// GCC sees free() meet what new gave, and not that new is replaced too.
#pragma GCC diagnostic ignored "-Wmismatched-new-delete"

namespace {

std::atomic<std::int64_t> g_live{0}, g_calls{0}, g_fail_at{0};
std::atomic<bool> g_all_from{false}, g_failed{false};

bool fails() {
    const std::int64_t at = g_fail_at.load();
    if (at == 0) return false;
    const std::int64_t call = ++g_calls;
    if (call < at || (call > at && !g_all_from)) return false;
    g_failed = true;
    return true;
}

void* allocate(std::size_t bytes, std::size_t alignment) noexcept {
    if (fails()) return nullptr;
    void* const memory = std::aligned_alloc(alignment, bytes == 0 ? alignment : (bytes + alignment - 1) / alignment * alignment);
    if (memory != nullptr) ++g_live;
    return memory;
}

void* allocate_or_throw(std::size_t bytes, std::size_t alignment) {
    void* const memory = bytes > (std::size_t{1} << 40) ? nullptr : allocate(bytes, alignment);
    if (memory == nullptr) throw std::bad_alloc();
    return memory;
}

void give_back(void* memory) noexcept {
    if (memory == nullptr) return;
    --g_live;
    std::free(memory);
}

constexpr std::size_t kAlignment = __STDCPP_DEFAULT_NEW_ALIGNMENT__;

}  // namespace

void* operator new(std::size_t bytes) { return allocate_or_throw(bytes, kAlignment); }
void* operator new[](std::size_t bytes) { return allocate_or_throw(bytes, kAlignment); }
void* operator new(std::size_t bytes, std::align_val_t alignment) { return allocate_or_throw(bytes, static_cast<std::size_t>(alignment)); }
void* operator new[](std::size_t bytes, std::align_val_t alignment) { return allocate_or_throw(bytes, static_cast<std::size_t>(alignment)); }
void* operator new(std::size_t bytes, const std::nothrow_t&) noexcept { return allocate(bytes, kAlignment); }
void* operator new[](std::size_t bytes, const std::nothrow_t&) noexcept { return allocate(bytes, kAlignment); }
void* operator new(std::size_t bytes, std::align_val_t alignment, const std::nothrow_t&) noexcept { return allocate(bytes, static_cast<std::size_t>(alignment)); }
void* operator new[](std::size_t bytes, std::align_val_t alignment, const std::nothrow_t&) noexcept { return allocate(bytes, static_cast<std::size_t>(alignment)); }
void operator delete(void* memory) noexcept { give_back(memory); }
void operator delete[](void* memory) noexcept { give_back(memory); }
void operator delete(void* memory, std::size_t) noexcept { give_back(memory); }
void operator delete[](void* memory, std::size_t) noexcept { give_back(memory); }
void operator delete(void* memory, std::align_val_t) noexcept { give_back(memory); }
void operator delete[](void* memory, std::align_val_t) noexcept { give_back(memory); }
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept { give_back(memory); }
void operator delete[](void* memory, std::size_t, std::align_val_t) noexcept { give_back(memory); }
void operator delete(void* memory, const std::nothrow_t&) noexcept { give_back(memory); }
void operator delete[](void* memory, const std::nothrow_t&) noexcept { give_back(memory); }

namespace schoolimp_c_tests {

void fail_allocation(std::int64_t n, Failing which) {
    g_calls = 0;
    g_failed = false;
    g_all_from = which == Failing::kAllFrom;
    g_fail_at = n;
}

bool stop_failing() {
    g_fail_at = 0;
    return g_failed;
}

std::int64_t allocations() { return g_calls; }
std::int64_t live_blocks() { return g_live; }

}  // namespace schoolimp_c_tests
