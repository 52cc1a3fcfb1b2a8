// Reading the arguments of a call: each function gives the value as C++ has it, or refuses the argument by its name in the header. Callers read one after the other, in the
// order of the header: as arguments of one C++ call they would be read in any order, and now this one refused, now that one.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

#include "boundary.hpp"
#include "handle.hpp"
#include "schoolimp/core/date.hpp"
#include "schoolimp/io/limits.hpp"
#include "schoolimp/io/style.hpp"
#include "schoolimp_c.h"

namespace schoolimp::c {

/// No options structure will ever be larger; a size beyond is no size, and nothing is read or written by it.
inline constexpr std::size_t kLargestStruct = 4096;

/// A handle that must be there.
template <typename H>
const typename H::Value& needed(const char* name, const H* handle) {
    if (handle == nullptr) refuse(name, "null_argument", "it is NULL", "give a handle");
    if (!is_alive(handle)) refuse(name, "bad_handle", "it is no handle of this type", "give one that the library made and that was not freed");
    return handle->value;
}
template <typename H>
typename H::Value& needed(const char* name, H* handle) {
    return const_cast<typename H::Value&>(needed(name, static_cast<const H*>(handle)));
}

/// Changes what is behind a handle: work(value).
template <typename H, typename Work>
schoolimp_status change(const char* name, H* handle, schoolimp_error** error, Work work) noexcept {
    return run(error, [&] {
        work(needed(name, handle));
        return Status();
    });
}

/// A handle that may be NULL.
template <typename H>
const typename H::Value* optional(const char* name, const H* handle) {
    return handle == nullptr ? nullptr : &needed(name, handle);
}

/// An argument that may be NULL, or an empty value in its place.
template <typename H>
class OrEmpty {
public:
    OrEmpty(const char* name, const H* handle) : given_(optional(name, handle)) {}
    const typename H::Value& operator*() const { return given_ != nullptr ? *given_ : empty_; }

private:
    const typename H::Value* given_;
    typename H::Value empty_;
};

/// A text that must be there, in UTF-8; may be empty.
std::string_view needed_text(const char* name, const char* text);
/// A text that may be NULL: then it is empty.
std::string_view text(const char* name, const char* text);
bool is_utf8(const char* text) noexcept;
/// "texts[12]": made for refusals only, for lists may be long.
std::string element_name(const char* list, std::size_t index);
/// `count` texts that must be there; NULL is allowed for none.
std::vector<std::string> texts(const char* name, const char* const* texts, std::size_t count);
/// The bytes of a document; its reader checks the UTF-8.
std::string_view document(const char* name, const char* data, std::size_t size);

Date date(const char* name, std::int32_t days);
std::optional<Date> optional_date(const char* name, std::int32_t days);
inline std::int32_t days_or_none(const std::optional<Date>& date) { return date ? days_since_epoch(*date) : SCHOOLIMP_NO_DATE; }
/// Whether a date of a function that only reads can be asked about.
bool is_date(std::int32_t days) noexcept;

/// A text of the caller inside a message: in quotation marks, cut where it is long.
std::string quoted(std::string_view text);

bool flag(const char* name, std::int32_t value);
/// A number from `least` to `most`.
std::int32_t number(const char* name, std::int32_t value, std::int32_t least, std::int32_t most);
/// The enumerator of a number from 0 to `last`.
template <typename E>
E enumerator(const char* name, std::int32_t value, E last) {
    return static_cast<E>(number(name, value, 0, static_cast<std::int32_t>(last)));
}
/// The same, where SCHOOLIMP_NONE stands for none.
template <typename E>
std::optional<E> optional_enumerator(const char* name, std::int32_t value, E last) {
    if (value == SCHOOLIMP_NONE) return std::nullopt;
    return enumerator(name, value, last);
}

JsonStyle json_style(std::int32_t style);
ParseLimits parse_limits(const schoolimp_parse_options* options);

/// The defaults, in as many bytes as the caller knows the structure with: a program compiled with a smaller one has no room for more, and one with a larger one
/// gets zeros for members that are not known here.
template <typename Options>
void initialise(Options* options, std::size_t struct_size, Options defaults) noexcept {
    if (options == nullptr) return;
    defaults.struct_size = std::min(struct_size, kLargestStruct);
    std::memset(static_cast<void*>(options), 0, defaults.struct_size);
    std::memcpy(static_cast<void*>(options), &defaults, std::min(defaults.struct_size, sizeof(Options)));
}

/// Bytes of a structure in the first version: what every program has. Members added later come behind.
template <typename Options>
inline constexpr std::size_t kFirstSize = 0;
template <>
inline constexpr std::size_t kFirstSize<schoolimp_parse_options> = offsetof(schoolimp_parse_options, max_issues) + sizeof(std::size_t);
template <>
inline constexpr std::size_t kFirstSize<schoolimp_sql_options> = offsetof(schoolimp_sql_options, reserved) + sizeof(std::int32_t);
template <>
inline constexpr std::size_t kFirstSize<schoolimp_observation> = offsetof(schoolimp_observation, cohort) + sizeof(std::int32_t);
template <>
inline constexpr std::size_t kFirstSize<schoolimp_judge_options> = offsetof(schoolimp_judge_options, reserved) + sizeof(std::int32_t);
template <>
inline constexpr std::size_t kFirstSize<schoolimp_decision> = offsetof(schoolimp_decision, reserved) + sizeof(std::int32_t);
template <>
inline constexpr std::size_t kFirstSize<schoolimp_plan_options> = offsetof(schoolimp_plan_options, reserved) + sizeof(std::int32_t);
template <>
inline constexpr std::size_t kFirstSize<schoolimp_progress> = offsetof(schoolimp_progress, reserved) + sizeof(std::int32_t);
template <>
inline constexpr std::size_t kFirstSize<schoolimp_cadence> = offsetof(schoolimp_cadence, reserved) + sizeof(std::int32_t);
template <>
inline constexpr std::size_t kFirstSize<schoolimp_icalendar_options> = offsetof(schoolimp_icalendar_options, leave_cancelled) + sizeof(std::int32_t);

/// Refuses a size no version of the structure has.
void check_struct_size(const char* name, std::size_t struct_size, std::size_t first, std::size_t known);
/// Refuses a structure with members beyond the `known` bytes that are set.
void check_unknown_members(const char* name, const void* given, std::size_t struct_size, std::size_t known);

/// The options as this library knows them: `defaults` overwritten by as much as the caller has. NULL: the defaults.
template <typename Options>
Options read_options(const char* name, const Options* given, const Options& defaults) {
    if (given == nullptr) return defaults;
    static_assert(kFirstSize<Options> != 0, "a structure has a first size");
    check_struct_size(name, given->struct_size, kFirstSize<Options>, sizeof(Options));
    check_unknown_members(name, given, given->struct_size, sizeof(Options));
    Options options = defaults;
    std::memcpy(&options, given, std::min(given->struct_size, sizeof(Options)));
    if constexpr (requires { options.reserved; })
        if (options.reserved != 0) refuse(std::string(name) + "->reserved", "out_of_range", "it is " + std::to_string(options.reserved), "give it the value 0");
    return options;
}

/// The same for a structure that must be there.
template <typename Options>
Options needed_options(const char* name, const Options* given, const Options& defaults) {
    if (given == nullptr) refuse(name, "null_argument", "it is NULL", "give a structure filled by its _INIT macro or _init function");
    return read_options(name, given, defaults);
}

/// Text for a field that may be absent: NULL and "" become what stands in `absent`.
inline std::string text_or(const char* name, const char* given, std::string_view absent) {
    const std::string_view found = text(name, given);
    return std::string(found.empty() ? absent : found);
}

}  // namespace schoolimp::c
