// A row for each function that can fail: its parameters by name, a call that succeeds, and for each parameter the values that must be refused.
#pragma once

#include <cstring>
#include <functional>
#include <limits>
#include <tuple>

#include "capi/world.hpp"

namespace schoolimp_c_tests {

template <typename T>
struct Wrong {
    std::string what;
    std::function<T()> value;  ///< Made when it is needed: a freed handle must be freed just before.
    schoolimp_status status = SCHOOLIMP_E_INVALID_ARGUMENT;
    std::string pointer;  ///< Of the first issue; "*": any, or none.
};

template <typename T>
struct Parameter {
    std::string name;
    T good{};
    std::vector<std::pair<std::string, T>> also_good{};
    std::vector<Wrong<T>> wrong{};
    std::function<void()> before{};         ///< Runs before every call,
    std::function<void(bool)> after{};      ///< and after it, with whether it succeeded.
    std::vector<std::shared_ptr<void>> keep{};  ///< What values point to.

    Parameter&& refuses(std::string what, T value, schoolimp_status status = SCHOOLIMP_E_INVALID_ARGUMENT, std::string pointer = "") && {
        wrong.push_back({std::move(what), [value] { return value; }, status, pointer.empty() ? name : std::move(pointer)});
        return std::move(*this);
    }
    Parameter&& takes(std::string what, T value) && {
        also_good.emplace_back(std::move(what), value);
        return std::move(*this);
    }
};

struct Row {
    std::string function;
    std::vector<std::string> names;  ///< Of all parameters but the error, in the order of the header.
    std::function<void()> check;
};

// Handles.

/// A handle of the type that was just freed.
#define SCHOOLIMP_TEST_FREED(noun) schoolimp_##noun* freed(schoolimp_##noun*);
SCHOOLIMP_TEST_HANDLES(SCHOOLIMP_TEST_FREED)
#undef SCHOOLIMP_TEST_FREED

template <typename H>
H* foreign() {
    if constexpr (std::is_same_v<H, schoolimp_text>) return reinterpret_cast<H*>(world().strings.get());
    return reinterpret_cast<H*>(world().text.get());
}

template <typename Pointer>
void add_bad_handles(Parameter<Pointer>& parameter) {
    using H = std::remove_const_t<std::remove_pointer_t<Pointer>>;
    parameter.wrong.push_back({"a foreign handle", [] { return foreign<H>(); }, SCHOOLIMP_E_INVALID_ARGUMENT, parameter.name});
#ifdef SCHOOLIMP_DEBUG_LIBRARY
    parameter.wrong.push_back({"a freed handle", [] { return freed(static_cast<H*>(nullptr)); }, SCHOOLIMP_E_INVALID_ARGUMENT, parameter.name});
#endif
}

/// A handle that must be there. `Pointer` is that of the function: const H* or H*.
template <typename H>
Parameter<const H*> handle(std::string name, const Owned<H>& good) {
    Parameter<const H*> parameter{std::move(name), good.get()};
    parameter.wrong.push_back({"NULL", [] { return nullptr; }, SCHOOLIMP_E_INVALID_ARGUMENT, parameter.name});
    add_bad_handles(parameter);
    return parameter;
}
template <typename H>
Parameter<H*> builder(std::string name, Owned<H> good) {
    Parameter<H*> parameter{std::move(name), good.get()};
    parameter.wrong.push_back({"NULL", [] { return nullptr; }, SCHOOLIMP_E_INVALID_ARGUMENT, parameter.name});
    add_bad_handles(parameter);
    parameter.keep.push_back(std::shared_ptr<H>(std::move(good)));
    return parameter;
}
template <typename H>
Parameter<const H*> optional_handle(std::string name, const Owned<H>& good) {
    Parameter<const H*> parameter{std::move(name), good.get()};
    parameter.also_good.emplace_back("NULL", nullptr);
    add_bad_handles(parameter);
    return parameter;
}

// Texts, numbers, dates.

inline constexpr const char* kNotUtf8[] = {"\xFF", "a\xC0\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "caf\xE9"};

inline void add_bad_utf8(Parameter<const char*>& parameter) {
    for (const char* text : kNotUtf8) parameter.wrong.push_back({"text that is not UTF-8", [text] { return text; }, SCHOOLIMP_E_INVALID_ARGUMENT, parameter.name});
}
inline Parameter<const char*> text(std::string name, const char* good) {
    auto parameter = Parameter<const char*>{std::move(name), good}.refuses("NULL", nullptr);
    add_bad_utf8(parameter);
    return parameter;
}
inline Parameter<const char*> optional_text(std::string name, const char* good) {
    auto parameter = Parameter<const char*>{std::move(name), good}.takes("NULL", nullptr).takes("nothing", "");
    add_bad_utf8(parameter);
    return parameter;
}
template <typename T>
Parameter<T> value(std::string name, T good) {
    return {std::move(name), good};
}
inline constexpr int32_t kDayBeforeYear1 = -719163, kDayAfterYear9999 = 2932897;
Parameter<int32_t> date(std::string name, int32_t good);
Parameter<int32_t> optional_date(std::string name, int32_t good);
Parameter<int32_t> style();

/// The bytes of a document and their number: two parameters.
Parameter<const char*> document(std::string name, const char* good);
Parameter<size_t> size(std::string name, const std::string& text);

// Outputs other than handles.

/// Becomes a list on success and NULL on failure; may be NULL.
Parameter<schoolimp_issues**> warnings();
/// A variable that is written on success only.
template <typename T>
Parameter<T*> output(std::string name, T sentinel) {
    auto place = std::make_shared<T>(sentinel);
    Parameter<T*> parameter{std::move(name), place.get()};
    parameter.before = [place, sentinel] { *place = sentinel; };
    parameter.after = [place, sentinel](bool ok) {
        if (!ok) {
            EXPECT_EQ(std::memcmp(place.get(), &sentinel, sizeof(T)), 0) << "something was written out";
        }
    };
    parameter.keep.push_back(place);
    return parameter;
}

// Options.

/// A structure of options with the values it must refuse: sizes, reserved members, and those added by refuses_member.
template <typename Options>
struct OptionsParameter : Parameter<const Options*> {
    /// The good one with a change.
    template <typename Change>
    OptionsParameter&& refuses_member(const std::string& member, Change change, schoolimp_status status = SCHOOLIMP_E_INVALID_ARGUMENT, std::string pointer = "") && {
        const Options* const given = changed(change);
        this->wrong.push_back({member, [given] { return given; }, status, pointer.empty() ? this->name + "->" + member : std::move(pointer)});
        return std::move(*this);
    }
    OptionsParameter&& refuses_bad_text(const std::string& member, const char* Options::*text) && {
        return std::move(*this).refuses_member(member, [text](Options& options) { options.*text = kNotUtf8[0]; });
    }
    OptionsParameter&& refuses_no_text(const std::string& member, const char* Options::*text) && {
        return std::move(*this).refuses_bad_text(member, text).refuses_member(member, [text](Options& options) { options.*text = nullptr; });
    }
    OptionsParameter&& refuses_bad_date(const std::string& member, int32_t Options::*date) && {
        for (const int32_t day : {kDayBeforeYear1, kDayAfterYear9999, INT32_MAX, INT32_MIN + 1})
            std::move(*this).refuses_member(member, [date, day](Options& options) { options.*date = day; });
        return std::move(*this);
    }
    OptionsParameter&& refuses_no_date(const std::string& member, int32_t Options::*date) && {
        return std::move(*this).refuses_bad_date(member, date).refuses_member(member, [date](Options& options) { options.*date = SCHOOLIMP_NO_DATE; });
    }
    OptionsParameter&& refuses_numbers(const std::string& member, int32_t Options::*number, std::initializer_list<int32_t> numbers) && {
        for (const int32_t bad : numbers) std::move(*this).refuses_member(member, [number, bad](Options& options) { options.*number = bad; });
        return std::move(*this);
    }
    template <typename Change>
    const Options* changed(Change change) {
        auto copy = std::make_shared<Options>(*this->good);
        change(*copy);
        this->keep.push_back(copy);
        return copy.get();
    }
    /// The good one in a larger structure; the last byte of the tail is `last`.
    const Options* larger(unsigned char last) {
        constexpr size_t kTail = 24;
        std::shared_ptr<unsigned char> bytes(new unsigned char[sizeof(Options) + kTail](), [](unsigned char* memory) { delete[] memory; });
        std::memcpy(bytes.get(), this->good, sizeof(Options));
        const size_t size = sizeof(Options) + kTail;
        std::memcpy(bytes.get(), &size, sizeof(size));
        bytes.get()[size - 1] = last;
        this->keep.push_back(bytes);
        return reinterpret_cast<const Options*>(bytes.get());
    }
};

template <typename Options>
OptionsParameter<Options> options(std::string name, const Options& good, bool needed) {
    OptionsParameter<Options> parameter;
    auto kept = std::make_shared<Options>(good);
    parameter.name = std::move(name);
    parameter.good = kept.get();
    parameter.keep.push_back(kept);
    if (needed)
        parameter.wrong.push_back({"NULL", [] { return nullptr; }, SCHOOLIMP_E_INVALID_ARGUMENT, parameter.name});
    else
        parameter.also_good.emplace_back("NULL", nullptr);
    for (const size_t size : {size_t{0}, size_t{8}, sizeof(Options) - 1, size_t{1} << 20, std::numeric_limits<size_t>::max()})
        std::move(parameter).refuses_member("struct_size", [size](Options& options) { options.struct_size = size; });
    parameter.also_good.emplace_back("a larger structure with an empty tail", parameter.larger(0));
    const Options* const set = parameter.larger(1);
    parameter.wrong.push_back({"a larger structure with a member set", [set] { return set; }, SCHOOLIMP_E_INVALID_ARGUMENT, parameter.name + "->struct_size"});
    if constexpr (requires { parameter.good->reserved; })
        for (const int32_t number : {1, -1}) std::move(parameter).refuses_member("reserved", [number](Options& options) { options.reserved = number; });
    return parameter;
}
inline OptionsParameter<schoolimp_parse_options> parse_options() { return options("options", schoolimp_parse_options SCHOOLIMP_PARSE_OPTIONS_INIT, false); }

// Rows.

namespace detail {

/// How a call ended is as said: nothing is said of the error of a call that succeeds.
void expect_failure(schoolimp_status status, schoolimp_error* error, schoolimp_status expected, const std::string& pointer);

template <typename Tuple, typename Visit>
void for_each(Tuple& parameters, Visit visit) {
    std::apply([&](auto&... each) { (visit(each), ...); }, parameters);
}

/// call(values..., error) with hooks of the parameters around it; `ok` says whether it must succeed.
template <typename Call, typename Parameters, typename Values>
schoolimp_status run(Call& call, Parameters& parameters, const Values& values, schoolimp_error** error) {
    for_each(parameters, [](auto& parameter) {
        if (parameter.before) parameter.before();
    });
    const schoolimp_status status = std::apply([&](const auto&... each) { return call(each..., error); }, values);
    for_each(parameters, [&](auto& parameter) {
        if (parameter.after) parameter.after(status == SCHOOLIMP_OK);
    });
    return status;
}

template <typename Call, typename Parameters, typename Values>
void must_succeed(Call& call, Parameters& parameters, const Values& values) {
    schoolimp_error* error = reinterpret_cast<schoolimp_error*>(&error);
    const schoolimp_status status = run(call, parameters, values, &error);
    EXPECT_EQ(status, SCHOOLIMP_OK) << described(error);
    if (status == SCHOOLIMP_OK) {
        EXPECT_EQ(error, nullptr);
    } else {
        schoolimp_error_free(error);
    }
    EXPECT_EQ(run(call, parameters, values, nullptr), SCHOOLIMP_OK);
}

template <typename Call, typename Parameters, typename Values>
void must_fail(Call& call, Parameters& parameters, const Values& values, schoolimp_status expected, const std::string& pointer) {
    schoolimp_error* error = nullptr;
    const schoolimp_status status = run(call, parameters, values, &error);
    expect_failure(status, error, expected, pointer);
    EXPECT_EQ(run(call, parameters, values, nullptr), expected) << "without an error object";
}

template <size_t index, typename Call, typename Parameters, typename Values>
void check_parameter(Call& call, Parameters& parameters, const Values& good) {
    auto& parameter = std::get<index>(parameters);
    SCOPED_TRACE(parameter.name);
    Values values = good;
    for (const auto& [what, value] : parameter.also_good) {
        SCOPED_TRACE("may be " + what);
        std::get<index>(values) = value;
        must_succeed(call, parameters, values);
    }
    for (const auto& wrong : parameter.wrong) {
        SCOPED_TRACE("must not be: " + wrong.what);
        std::get<index>(values) = wrong.value();
        must_fail(call, parameters, values, wrong.status, wrong.pointer);
    }
}

template <typename Call, typename... Ts>
void check_all(Call call, std::tuple<Parameter<Ts>...>& parameters) {
    const std::tuple<Ts...> good = std::apply([](const auto&... each) { return std::tuple<Ts...>(each.good...); }, parameters);
    must_succeed(call, parameters, good);
    [&]<size_t... index>(std::index_sequence<index...>) { (check_parameter<index>(call, parameters, good), ...); }(std::index_sequence_for<Ts...>());
    must_succeed(call, parameters, good);
}

}  // namespace detail

/// A function without a new handle.
template <typename... Ps, typename... Ts>
Row row(std::string function, schoolimp_status (*f)(Ps...), Parameter<Ts>... parameters) {
    std::vector<std::string> names = {parameters.name...};
    auto kept = std::make_shared<std::tuple<Parameter<Ts>...>>(std::move(parameters)...);
    return {std::move(function), std::move(names), [f, kept] { detail::check_all([f](auto... args) { return f(args...); }, *kept); }};
}

/// A function that gives a new handle: `out` is refused when NULL, and NULL after a failure.
template <typename H, typename... Ps, typename... Ts>
Row makes(std::string function, schoolimp_status (*f)(H**, Ps...), Parameter<Ts>... parameters) {
    std::vector<std::string> names = {"out", parameters.name...};
    auto kept = std::make_shared<std::tuple<Parameter<Ts>...>>(std::move(parameters)...);
    const auto call = [f](auto... args) {
        H* out = reinterpret_cast<H*>(&out);
        const schoolimp_status status = f(&out, args...);
        EXPECT_EQ(out != nullptr, status == SCHOOLIMP_OK);
        if (status == SCHOOLIMP_OK) free_handle(out);
        return status;
    };
    return {std::move(function), std::move(names), [f, call, kept] {
                detail::check_all(call, *kept);
                SCOPED_TRACE("out must not be NULL");
                const std::tuple<Ts...> good = std::apply([](const auto&... each) { return std::tuple<Ts...>(each.good...); }, *kept);
                auto without = [f](auto... args) { return f(nullptr, args...); };
                detail::must_fail(without, *kept, good, SCHOOLIMP_E_INVALID_ARGUMENT, "out");
            }};
}

#define SCHOOLIMP_TEST_MAKES(function, ...) makes(#function, function __VA_OPT__(, ) __VA_ARGS__)
#define SCHOOLIMP_TEST_ROW(function, ...) row(#function, function __VA_OPT__(, ) __VA_ARGS__)

std::vector<Row> document_rows();
std::vector<Row> framework_rows();
std::vector<Row> evidence_rows();
std::vector<Row> judgement_rows();
std::vector<Row> plan_rows();
std::vector<Row> calendar_rows();
std::vector<Row> table_rows();

}  // namespace schoolimp_c_tests
