#include "arrow/owned_column.hpp"

#include <cstring>

namespace schoolimp::inline v0 {

AlignedBuffer::AlignedBuffer(std::int64_t bytes, bool zero) : size_(bytes) {
    const auto room = (static_cast<std::size_t>(bytes) / kAlignment + 1) * kAlignment;  // at least one line, so that data() is never null
    bytes_.reset(static_cast<std::byte*>(::operator new[](room, std::align_val_t{kAlignment})));
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
