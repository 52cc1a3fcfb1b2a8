// Trusts and national figures.
#include "boundary.hpp"
#include "builtin/unshared.hpp"
#include "documents.hpp"
#include "reading.hpp"
#include "schoolimp/io/benchmarks_json.hpp"
#include "schoolimp/io/trust_json.hpp"

using namespace schoolimp;
using namespace schoolimp::c;

schoolimp_status schoolimp_trust_parse(schoolimp_trust** out, const char* json, size_t size, const schoolimp_parse_options* options, schoolimp_issues** warnings,
                                       schoolimp_error** error) noexcept {
    return parse_document(out, "json", json, size, options, warnings, error, parse_trust);
}

schoolimp_status schoolimp_trust_to_json(schoolimp_text** out, const schoolimp_trust* trust, int32_t style, schoolimp_error** error) noexcept {
    return write_document(out, "trust", trust, style, error, write_trust);
}

size_t schoolimp_trust_school_count(const schoolimp_trust* trust) noexcept { return count(peek(trust), &Trust::schools); }
const char* schoolimp_trust_school_id(const schoolimp_trust* trust, size_t index) noexcept { return text_of(element(peek(trust), &Trust::schools, index), &School::id); }
const char* schoolimp_trust_school_name(const schoolimp_trust* trust, size_t index) noexcept {
    return text_of(element(peek(trust), &Trust::schools, index), &School::name);
}

void schoolimp_trust_free(schoolimp_trust* trust) noexcept { end(trust); }

schoolimp_status schoolimp_benchmarks_builtin(schoolimp_benchmarks** out, schoolimp_error** error) noexcept {
    return make(out, error, [] { return read_builtin_benchmarks(); });
}

schoolimp_status schoolimp_benchmarks_parse(schoolimp_benchmarks** out, const char* json, size_t size, const schoolimp_parse_options* options,
                                            schoolimp_issues** warnings, schoolimp_error** error) noexcept {
    return parse_document(out, "json", json, size, options, warnings, error, parse_benchmarks);
}

schoolimp_status schoolimp_benchmarks_to_json(schoolimp_text** out, const schoolimp_benchmarks* benchmarks, int32_t style, schoolimp_error** error) noexcept {
    return write_document(out, "benchmarks", benchmarks, style, error, write_benchmarks);
}

schoolimp_status schoolimp_benchmarks_overlaid(schoolimp_benchmarks** out, const schoolimp_benchmarks* benchmarks, const schoolimp_benchmarks* other,
                                               schoolimp_error** error) noexcept {
    return make(out, error, [&] { return needed("benchmarks", benchmarks).overlaid(needed("other", other)); });
}

size_t schoolimp_benchmarks_size(const schoolimp_benchmarks* benchmarks) noexcept { return is_alive(benchmarks) ? benchmarks->value.lines().size() : 0; }
void schoolimp_benchmarks_free(schoolimp_benchmarks* benchmarks) noexcept { end(benchmarks); }
