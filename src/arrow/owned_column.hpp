// A column with memory of its own: what the library's results are made of.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <string>
#include <vector>

#include "arrow/column.hpp"

namespace schoolimp::inline v0 {

/// Bytes aligned to 64 at least, with room up to a multiple of 64.
class AlignedBuffer {
public:
    static constexpr std::size_t kAlignment = 64;

    AlignedBuffer() = default;
    /// `bytes` of any content, or all zero.
    explicit AlignedBuffer(std::int64_t bytes, bool zero = false);

    std::byte* data() { return bytes_.get(); }
    const std::byte* data() const { return bytes_.get(); }
    std::int64_t size() const { return size_; }  ///< As asked for, without the room behind.
    bool empty() const { return size_ == 0; }
    template <typename T>
    T* as() {
        return reinterpret_cast<T*>(bytes_.get());
    }

private:
    struct Free {
        Free() : Free(kAlignment) {}
        explicit Free(std::size_t given) : alignment(given) {}
        void operator()(std::byte* bytes) const { ::operator delete[](bytes, std::align_val_t{alignment}); }
        std::size_t alignment;
    };
    std::unique_ptr<std::byte[], Free> bytes_;
    std::int64_t size_ = 0;
};

/// Fixed-width values or booleans in bits. With `words`, the values are indices (int8, int16 or int32) into them.
struct OwnedColumn {
    ColumnType type = ColumnType::kInt64;
    int places = 0;
    std::int64_t length = 0;
    AlignedBuffer values;            ///< length * width bytes, or (length + 7) / 8 for booleans.
    AlignedBuffer validity;          ///< (length + 7) / 8 bytes, or empty: all rows have a value.
    bool is_dictionary = false;      ///< The values are indices into `words`.
    std::vector<std::string> words;  ///< UTF-8.
    bool ordered = false;            ///< The words rise (a scale of levels).

    /// A column of `length` values, not yet written; with bits for its validity, all 0, when `nullable`.
    static OwnedColumn make(ColumnType type, std::int64_t length, bool nullable);
};

}  // namespace schoolimp::inline v0
