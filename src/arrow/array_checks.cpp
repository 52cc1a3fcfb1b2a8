#include "arrow/array_checks.hpp"

#include <utility>

namespace schoolimp::inline v0 {

namespace {

std::string text(std::int64_t number) { return std::to_string(number); }

}  // namespace

bool ArrayChecks::fail(std::string code, std::string message, std::string hint) const {
    add_issue(issues_, place_, std::move(code), std::move(message), std::move(hint));
    return false;
}

bool ArrayChecks::shape(const ArrowArray& array) const {
    if (array.release == nullptr) return fail("released", "the array has been released", "export the table again: an array or stream can be read once");
    if (array.length < 0 || array.length > kMostElements)
        return fail("bad_length", "the length is " + text(array.length) + "; it must be from 0 to " + text(kMostElements));
    if (array.offset < 0 || array.offset > kMostElements - array.length)
        return fail("bad_offset", "the offset is " + text(array.offset) + "; with a length of " + text(array.length) + " it must be from 0 to " +
                                      text(kMostElements - array.length));
    if (array.null_count < -1 || array.null_count > array.length)
        return fail("bad_null_count",
                    "the null count is " + text(array.null_count) + "; it must be -1 (not counted) or from 0 to the length, " + text(array.length));
    return true;
}

bool ArrayChecks::children(const ArrowArray& array, std::size_t expected) const {
    if (array.n_children != static_cast<std::int64_t>(expected))
        return fail("bad_child_count", "the array has " + text(array.n_children) + " children; its schema has " + std::to_string(expected));
    if (expected > 0 && array.children == nullptr) return fail("missing_child", "the array has " + std::to_string(expected) + " children, but no list of them");
    return true;
}

bool ArrayChecks::buffers(const ArrowArray& array, const Format& format) const {
    if (format.buffers == kAnyCount) {
        if (array.n_buffers < 0) return fail("bad_buffer_count", "the array has " + text(array.n_buffers) + " buffers; there cannot be fewer than 0");
    } else if (format.type == ColumnType::kUtf8View) {
        constexpr std::int64_t kMostBuffers = INT32_MAX;  // views count them in 32 bits
        if (array.n_buffers < format.buffers || array.n_buffers > kMostBuffers)
            return fail("bad_buffer_count",
                        "the array has " + text(array.n_buffers) + " buffers; an array of type utf8_view has " + text(format.buffers) + " or more");
    } else if (array.n_buffers != format.buffers && !(format.type == ColumnType::kNull && array.n_buffers == 1)) {  // Polars gives nulls an empty buffer
        return fail("bad_buffer_count",
                    "the array has " + text(array.n_buffers) + " buffers; an array of type " + format.words + " has " + text(format.buffers));
    }
    if (array.n_buffers > 0 && array.buffers == nullptr)
        return fail("missing_buffer", "the array has " + text(array.n_buffers) + " buffers, but no list of them");
    return true;
}

bool ArrayChecks::dictionary(const ArrowArray& array, bool expected) const {
    if (expected && array.dictionary == nullptr) return fail("missing_dictionary", "the schema has a dictionary, the array has none");
    if (!expected && array.dictionary != nullptr) return fail("unexpected_dictionary", "the array has a dictionary, the schema has none");
    return true;
}

bool ArrayChecks::validity(const ArrowArray& array) const {
    if (array.null_count > 0 && array.buffers[0] == nullptr)
        return fail("missing_buffer", "the null count is " + text(array.null_count) + ", but there is no validity bitmap (buffer 0)");
    return true;
}

bool ArrayChecks::long_enough(const ArrowArray& array, std::int64_t rows) const {
    if (array.length < rows)
        return fail("short_child", "the column has " + text(array.length) + " values; the table needs " + text(rows) + " (its offset and length together)",
                    "give all columns the same length");
    return true;
}

bool ArrayChecks::inside(const ArrowArray& array, const TypeNode& node) const {
    Format any;
    any.buffers = kAnyCount;
    if (!shape(array) || !buffers(array, any) || !children(array, node.children.size()) || !dictionary(array, node.dictionary != nullptr)) return false;
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        const Place place = place_.inside("child", static_cast<std::int64_t>(i));
        const ArrayChecks checks(place, issues_);
        if (array.children[i] == nullptr) return checks.fail("missing_child", "the child is missing");
        if (!checks.inside(*array.children[i], node.children[i])) return false;
    }
    if (node.dictionary == nullptr) return true;
    const Place place = place_.inside("dictionary");
    return ArrayChecks(place, issues_).inside(*array.dictionary, *node.dictionary);
}

}  // namespace schoolimp::inline v0
