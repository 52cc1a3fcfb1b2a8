// Checks of an array against its type before anything in its buffers is read.
#pragma once

#include <string>
#include <vector>

#include "arrow/format.hpp"
#include "arrow/import_array.hpp"

namespace schoolimp::inline v0 {

/// Lengths, counts and pointers of one array; each check adds an issue and returns false when it fails.
class ArrayChecks {
public:
    ArrayChecks(const Place& place, std::vector<Issue>& issues) : place_(place), issues_(issues) {}

    /// Not released; length, offset and null count possible.
    bool shape(const ArrowArray& array) const;
    /// The children the schema has, none of them missing.
    bool children(const ArrowArray& array, std::size_t expected) const;
    /// As many buffers as the type has, and a list of them.
    bool buffers(const ArrowArray& array, const Format& format) const;
    /// A dictionary where the schema has one, and only there.
    bool dictionary(const ArrowArray& array, bool expected) const;
    /// A validity bitmap, when there are nulls.
    bool validity(const ArrowArray& array) const;
    /// At least `rows` elements after the offset.
    bool long_enough(const ArrowArray& array, std::int64_t rows) const;
    /// Everything below an array that is not read: it may be passed on.
    bool inside(const ArrowArray& array, const TypeNode& node) const;

    bool fail(std::string code, std::string message, std::string hint = {}) const;

private:
    const Place& place_;
    std::vector<Issue>& issues_;
};

}  // namespace schoolimp::inline v0
