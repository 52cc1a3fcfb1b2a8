#include "boundary.hpp"

namespace schoolimp::c {

namespace {

constexpr schoolimp_error kNoMemory{schoolimp_error::kType, SCHOOLIMP_E_RESOURCE_EXHAUSTED, "there is not enough memory for this call; nothing was changed", nullptr};

}  // namespace

void refuse(const std::string& argument, std::string code, std::string message, std::string hint) {
    throw Refusal(invalid_document("argument '" + argument + "'", {Issue{argument, std::move(code), std::move(message), std::move(hint), Severity::kError}}));
}

schoolimp_status report_no_memory(schoolimp_error** error) noexcept {
    if (error != nullptr) *error = const_cast<schoolimp_error*>(&kNoMemory);  // never written to: without details there is nothing to free
    return SCHOOLIMP_E_RESOURCE_EXHAUSTED;
}

schoolimp_status report(schoolimp_error** error, const Status& status) noexcept {
    const auto code = static_cast<schoolimp_status>(status.code());
    if (error == nullptr) return code;
    try {
        auto details = std::make_unique<schoolimp_error::Details>(schoolimp_error::Details{status, schoolimp_issues(std::vector<Issue>(status.issues()))});
        details->issues.borrowed = true;
        *error = new schoolimp_error{schoolimp_error::kType, code, details->status.message().c_str(), details.get()};
        details.release();
        return code;
    } catch (...) {
        return report_no_memory(error);
    }
}

schoolimp_status report_defect(schoolimp_error** error, const char* exception) noexcept {
    try {
        return report(error, Status(StatusCode::kInternal, std::string("a defect of the library: an exception reached the C interface: ") + exception));
    } catch (...) {
        return report_no_memory(error);
    }
}

}  // namespace schoolimp::c
