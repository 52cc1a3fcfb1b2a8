// The wall between C and C++: every function of the C interface that can fail runs inside run() or make(). No exception passes it.
#pragma once

#include <exception>
#include <memory>
#include <new>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "handle.hpp"
#include "schoolimp/core/status.hpp"
#include "schoolimp_c.h"

namespace schoolimp::c {

/// Thrown inside the wall by the checks of arguments; becomes the status of the call.
class Refusal {
public:
    explicit Refusal(Status status) : status_(std::move(status)) {}
    const Status& status() const { return status_; }

private:
    Status status_;
};

/// An argument that cannot be used. `argument` is its name in the header.
[[noreturn]] void refuse(const std::string& argument, std::string code, std::string message, std::string hint);

/// The failure as the call's status, with an error object when one is wanted.
schoolimp_status report(schoolimp_error** error, const Status& status) noexcept;
schoolimp_status report_no_memory(schoolimp_error** error) noexcept;
/// For an exception that no function of the library is meant to throw.
schoolimp_status report_defect(schoolimp_error** error, const char* exception) noexcept;

/// Runs `body`, which gives a Status.
template <typename Body>
schoolimp_status run(schoolimp_error** error, Body&& body) noexcept {
    if (error != nullptr) *error = nullptr;
    try {
        const Status status = body();
        return status.ok() ? SCHOOLIMP_OK : report(error, status);
    } catch (const Refusal& refusal) {
        return report(error, refusal.status());
    } catch (const std::bad_alloc&) {
        return report_no_memory(error);
    } catch (const std::exception& exception) {
        return report_defect(error, exception.what());
    } catch (...) {
        return report_defect(error, "of an unknown type");
    }
}

/// The place a result goes to; refused when it is NULL.
template <typename T>
T& output(const char* name, T* out) {
    if (out == nullptr) refuse(name, "null_argument", "it is NULL", "give the address of a variable for the result");
    return *out;
}

template <typename T>
Result<T> as_result(Result<T>&& result) {
    return std::move(result);
}
template <typename T>
    requires(!std::is_same_v<T, Status>)
Result<T> as_result(T&& value) {
    return Result<T>(std::move(value));
}

/// Runs `body`, which gives the value of a new handle, or a result of one.
template <typename H, typename Body>
schoolimp_status make(H** out, schoolimp_error** error, Body&& body) noexcept {
    if (out != nullptr) *out = nullptr;
    return run(error, [&]() -> Status {
        output("out", out);
        Result<typename H::Value> result = as_result(body());
        if (!result.ok()) return result.status();
        *out = new H(std::move(result).value());
        return Status();
    });
}

/// The same with a list of warnings beside it, which `body` fills: body(std::vector<Issue>* warnings).
template <typename H, typename Body>
schoolimp_status make_with_warnings(H** out, schoolimp_issues** warnings, schoolimp_error** error, Body&& body) noexcept {
    if (out != nullptr) *out = nullptr;
    if (warnings != nullptr) *warnings = nullptr;
    return run(error, [&]() -> Status {
        output("out", out);
        std::vector<Issue> found;
        Result<typename H::Value> result = as_result(body(warnings == nullptr ? nullptr : &found));
        if (!result.ok()) return result.status();
        std::unique_ptr<schoolimp_issues> list;
        if (warnings != nullptr) list = std::make_unique<schoolimp_issues>(std::move(found));
        *out = new H(std::move(result).value());
        if (warnings != nullptr) *warnings = list.release();
        return Status();
    });
}

}  // namespace schoolimp::c
