#include "arrow/owned_column.hpp"

#include <cstring>

#if defined(__linux__)
#include <sys/mman.h>
#endif

namespace schoolimp::inline v0 {

namespace {

constexpr std::size_t kPage = 4096, kLargePage = 2 << 20;
constexpr std::size_t kLarge = 2 * kLargePage;

/// Large buffers are written once from end to end: in large pages the system need not hand them out in thousands of small ones.
void ask_for_large_pages([[maybe_unused]] std::byte* bytes, [[maybe_unused]] std::size_t room) {
#if defined(__linux__) && defined(MADV_HUGEPAGE)
    madvise(bytes, room / kPage * kPage, MADV_HUGEPAGE);  // A wish: nothing depends on it.
#endif
}

}  // namespace

AlignedBuffer::AlignedBuffer(std::int64_t bytes, bool zero) : size_(bytes) {
    const auto room = (static_cast<std::size_t>(bytes) / kAlignment + 1) * kAlignment;  // at least one line, so that data() is never null
    const std::size_t alignment = room < kLarge ? kAlignment : kLargePage;
    bytes_ = {static_cast<std::byte*>(::operator new[](room, std::align_val_t{alignment})), Free{alignment}};
    if (room >= kLarge) ask_for_large_pages(bytes_.get(), room);
    if (zero)
        std::memset(bytes_.get(), 0, room);
    else
        std::memset(bytes_.get() + size_, 0, room - static_cast<std::size_t>(size_));
}

OwnedColumn OwnedColumn::make(ColumnType type, std::int64_t length, bool nullable) {
    OwnedColumn column;
    column.type = type;
    column.length = length;
    const std::int64_t bits = (length + 7) / 8;
    column.values = AlignedBuffer(type == ColumnType::kBoolean ? bits : length * width_of(type), type == ColumnType::kBoolean);
    if (nullable) column.validity = AlignedBuffer(bits, true);
    return column;
}

}  // namespace schoolimp::inline v0
