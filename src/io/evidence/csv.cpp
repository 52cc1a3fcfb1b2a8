#include "io/evidence/csv.hpp"

#include <optional>

#include "core/utf8.hpp"

namespace schoolimp::inline v0 {
namespace {

Status problem(StatusCode code, std::size_t row, const char* issue, std::string message, std::string hint = {}) {
    Issue found{"row " + std::to_string(row), issue, std::move(message), std::move(hint), Severity::kError};
    std::string summary = "table: " + to_string(found);
    return Status(code, std::move(summary), {std::move(found)});
}

/// Walks the text field by field.
class CsvReader {
public:
    CsvReader(std::string_view text, const ParseLimits& limits) : text_(text), limits_(limits) {
        if (text_.starts_with("\xEF\xBB\xBF")) text_.remove_prefix(3);
    }

    Result<std::vector<CsvRow>> run() {
        std::vector<CsvRow> rows;
        while (at_ < text_.size()) {
            CsvRow fields;
            row_ = rows.size() + 1;
            while (!failure_ && read_field(fields)) {
            }
            if (failure_) return *failure_;
            rows.push_back(std::move(fields));
        }
        return rows;
    }

private:
    bool fail(StatusCode code, const char* issue, std::string message, std::string hint = {}) {
        failure_ = problem(code, row_, issue, std::move(message), std::move(hint));
        return false;
    }

    /// Reads one field and what ends it; true when another field of the same record follows.
    bool read_field(CsvRow& fields) {
        if (++fields_ > limits_.max_elements) return fail(StatusCode::kResourceExhausted, "too_many", "the table has more than " + std::to_string(limits_.max_elements) + " fields");
        std::string field;
        const bool quoted = at_ < text_.size() && text_[at_] == '"';
        if (quoted ? !read_quoted(field) : !read_plain(field)) return false;
        if (field.size() > limits_.max_string) return fail(StatusCode::kResourceExhausted, "too_long", "a field has " + std::to_string(field.size()) + " bytes; the limit is " + std::to_string(limits_.max_string));
        fields.push_back(std::move(field));
        if (at_ == text_.size()) return false;
        if (text_[at_] == ',') {
            ++at_;
            return true;
        }
        if (text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n') ++at_;
        ++at_;
        return false;
    }

    bool read_plain(std::string& field) {
        const std::size_t end = std::min(text_.find_first_of(",\r\n", at_), text_.size());
        field = text_.substr(at_, end - at_);
        if (field.find('"') != std::string::npos) return fail(StatusCode::kInvalidArgument, "syntax", "a quotation mark stands inside a field that does not begin with one", "quote the whole field and double the quotation marks inside");
        at_ = end;
        return true;
    }

    bool read_quoted(std::string& field) {
        for (++at_;;) {
            const std::size_t quote = text_.find('"', at_);
            if (quote == std::string_view::npos) return fail(StatusCode::kInvalidArgument, "syntax", "a quoted field is never closed", "is the file complete?");
            field += text_.substr(at_, quote - at_);
            at_ = quote + 1;
            if (at_ == text_.size() || text_[at_] != '"') break;
            field += '"';
            ++at_;
        }
        if (at_ < text_.size() && text_[at_] != ',' && text_[at_] != '\r' && text_[at_] != '\n')
            return fail(StatusCode::kInvalidArgument, "syntax", "text stands after a closing quotation mark", "double the quotation marks inside a quoted field");
        return true;
    }

    std::string_view text_;
    ParseLimits limits_;
    std::size_t at_ = 0;
    std::size_t row_ = 1;
    std::size_t fields_ = 0;
    std::optional<Status> failure_;
};

std::size_t row_of(std::string_view text, std::size_t offset) {
    std::size_t row = 1;
    for (const char c : text.substr(0, offset))
        if (c == '\n') ++row;
    return row;
}

}  // namespace

Result<std::vector<CsvRow>> read_csv(std::string_view text, const ParseLimits& limits) {
    if (text.size() > limits.max_bytes) return problem(StatusCode::kResourceExhausted, 1, "too_large", "the table has " + std::to_string(text.size()) + " bytes; the limit is " + std::to_string(limits.max_bytes));
    if (const std::size_t bad = find_malformed(text); bad != std::string_view::npos) {
        return problem(StatusCode::kInvalidArgument, row_of(text, bad), "encoding", "byte " + std::to_string(bad + 1) + " is not UTF-8", "save the table as UTF-8");
    }
    return CsvReader(text, limits).run();
}

void append_csv_row(std::string& out, const CsvRow& fields) {
    bool first = true;
    for (const std::string& field : fields) {
        if (!first) out += ',';
        first = false;
        const bool outer_space = !field.empty() && (field.front() == ' ' || field.back() == ' ');
        if (!outer_space && field.find_first_of(",\"\r\n") == std::string::npos) {
            out += field;
            continue;
        }
        out += '"';
        for (const char c : field) out.append(c == '"' ? 2 : 1, c);
        out += '"';
    }
    out += "\r\n";
}

}  // namespace schoolimp::inline v0
