// The only translation unit that sees nlohmann/json: its lexer and SAX parser drive the tree builder below.
#include "io/json/parse.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <unordered_set>

#include "io/json/pointer.hpp"

namespace schoolimp::inline v0::json {
namespace {

/// Input iterator that notes how far the parser has read, so that the handler can say where it is.
class TrackedCursor {
public:
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;
    using iterator_category = std::input_iterator_tag;

    TrackedCursor(const char* at, const char** reached) : at_(at), reached_(reached) {}
    const char& operator*() const { return *at_; }
    TrackedCursor& operator++() {
        *reached_ = ++at_;
        return *this;
    }
    TrackedCursor operator++(int) {
        TrackedCursor before = *this;
        ++*this;
        return before;
    }
    bool operator==(const TrackedCursor& other) const { return at_ == other.at_; }
    bool operator!=(const TrackedCursor& other) const { return at_ != other.at_; }

private:
    const char* at_;
    const char** reached_;
};

/// "line 3, column 7", columns counted in bytes from 1.
std::string line_and_column(std::string_view text, std::size_t offset) {
    const std::string_view before = text.substr(0, std::min(offset, text.size()));
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const std::size_t line_start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    return "line " + std::to_string(line) + ", column " + std::to_string(before.size() - line_start + 1);
}

struct Frame {
    Value container;
    std::string name;                              ///< Member being read.
    std::unordered_set<std::string> names;         ///< Filled once an object has many members; never iterated.
};

class TreeBuilder final : public nlohmann::json_sax<nlohmann::json> {
public:
    TreeBuilder(std::string_view text, const ParseLimits& limits) : text_(text), limits_(limits), reached_(text.data()) {}

    const char** reached() { return &reached_; }
    Result<Value> finish(bool parsed) {
        if (failure_) return *failure_;
        if (!parsed) return fail_status(StatusCode::kInvalidArgument, "syntax", "the text is not JSON", "", offset());
        return std::move(root_);
    }

    bool null() override { return add(Value()); }
    bool boolean(bool value) override { return add(Value(value)); }
    bool number_integer(std::int64_t value) override { return add_number(std::to_string(value)); }
    bool number_unsigned(std::uint64_t value) override { return add_number(std::to_string(value)); }
    bool number_float(double, const std::string& written) override {
        std::string text = written;
        for (char& c : text)
            if (std::strchr("0123456789+-eE", c) == nullptr) c = '.';  // the lexer writes the decimal point of the host's locale
        return add_number(std::move(text));
    }
    bool string(std::string& value) override { return fits(value) && add(Value(std::move(value))); }
    bool binary(nlohmann::json::binary_t&) override { return false; }

    bool start_object(std::size_t) override { return open(Value(Object())); }
    bool start_array(std::size_t) override { return open(Value(Array())); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }
    bool key(std::string& name) override;

    bool parse_error(std::size_t position, const std::string&, const nlohmann::json::exception& error) override;

private:
    static constexpr std::size_t kManyMembers = 16;

    std::size_t offset() const { return static_cast<std::size_t>(reached_ - text_.data()); }
    Pointer pointer() const;
    Status fail_status(StatusCode code, const char* issue, std::string message, std::string hint, std::size_t at) const;
    bool fail(StatusCode code, const char* issue, std::string message, std::string hint = "") {
        failure_ = fail_status(code, issue, std::move(message), std::move(hint), offset() > 0 ? offset() - 1 : 0);
        return false;
    }
    bool fits(const std::string& value);
    bool count();
    bool add(Value value);
    bool add_number(std::string written);
    bool open(Value container);
    bool close();
    void attach(Value value);

    std::string_view text_;
    ParseLimits limits_;
    const char* reached_;
    std::size_t elements_ = 0;
    std::vector<Frame> frames_;
    Value root_;
    std::optional<Status> failure_;
};

Pointer TreeBuilder::pointer() const {
    Pointer place;
    for (const Frame& frame : frames_) {
        if (const Array* items = frame.container.array()) {
            place = place / items->size();
        } else if (!frame.name.empty()) {
            place = place / (frame.name.size() > 200 ? std::string_view("...") : std::string_view(frame.name));
        }
    }
    return place;
}

Status TreeBuilder::fail_status(StatusCode code, const char* issue, std::string message, std::string hint, std::size_t at) const {
    message = line_and_column(text_, at) + ": " + message;
    Issue found{pointer().text(), issue, message, std::move(hint), Severity::kError};
    std::string summary = to_string(found);
    return Status(code, std::move(summary), {std::move(found)});
}

bool TreeBuilder::fits(const std::string& value) {
    if (value.size() > limits_.max_string)
        return fail(StatusCode::kResourceExhausted, "too_long",
                    "a text of " + std::to_string(value.size()) + " bytes; the limit is " + std::to_string(limits_.max_string));
    // Many programs end a text there: what is written and what is read would differ.
    if (value.find('\0') != std::string::npos)
        return fail(StatusCode::kInvalidArgument, "encoding", "a text holds the character U+0000", "leave it out");
    return true;
}

bool TreeBuilder::count() {
    if (++elements_ <= limits_.max_elements) return true;
    return fail(StatusCode::kResourceExhausted, "too_many", "the document has more than " + std::to_string(limits_.max_elements) + " values",
                "raise max_elements or split the document");
}

bool TreeBuilder::add(Value value) {
    if (!count()) return false;
    attach(std::move(value));
    return true;
}

bool TreeBuilder::add_number(std::string written) {
    const std::optional<Decimal> value = Decimal::parse(written);
    if (!value) {
        return fail(StatusCode::kInvalidArgument, "number_out_of_range",
                    "the number " + excerpt(written) + " cannot be held exactly: at most 18 decimal places and less than 9.2e18 without its point",
                    "round it to the places it is published with");
    }
    return add(Value(Number{std::move(written), *value}));
}

bool TreeBuilder::open(Value container) {
    if (!count()) return false;
    const std::size_t deepest = std::min(limits_.max_depth, ParseLimits::kGreatestDepth);
    if (frames_.size() >= deepest) {
        return fail(StatusCode::kResourceExhausted, "too_deep", "objects and lists are nested deeper than " + std::to_string(deepest));
    }
    frames_.push_back(Frame{std::move(container), {}, {}});
    return true;
}

bool TreeBuilder::close() {
    Value finished = std::move(frames_.back().container);
    frames_.pop_back();
    attach(std::move(finished));
    return true;
}

void TreeBuilder::attach(Value value) {
    if (frames_.empty()) {
        root_ = std::move(value);
        return;
    }
    Frame& frame = frames_.back();
    if (Array* items = frame.container.array()) {
        items->push_back(std::move(value));
    } else {
        frame.container.object()->push_back(Member{std::move(frame.name), std::move(value)});
        frame.name.clear();
    }
}

bool TreeBuilder::key(std::string& name) {
    if (!fits(name)) return false;
    Frame& frame = frames_.back();
    const Object& members = *frame.container.object();
    bool seen = false;
    if (members.size() < kManyMembers) {
        seen = std::any_of(members.begin(), members.end(), [&](const Member& member) { return member.name == name; });
    } else {
        if (frame.names.empty())
            for (const Member& member : members) frame.names.insert(member.name);
        seen = !frame.names.insert(name).second;
    }
    frame.name = name;
    if (seen) return fail(StatusCode::kInvalidArgument, "duplicate_member", "the member " + excerpt(name) + " stands twice in one object", "keep one of them");
    return true;
}

/// The lexer's reason without its preamble and without the raw input it quotes.
std::string reason_of(std::string_view what) {
    const std::size_t dash = what.find(" - ");
    if (dash == std::string_view::npos) return "the text is not JSON";
    std::string_view reason = what.substr(dash + 3);
    std::string expected;
    if (const std::size_t at = reason.rfind("; expected "); at != std::string_view::npos) expected = std::string(reason.substr(at));
    reason = reason.substr(0, reason.find("; last read: "));
    reason = reason.substr(0, reason.find("; expected "));
    return std::string(reason) + expected;
}

std::string hint_for(std::string_view text, std::size_t at) {
    if (at >= text.size()) return "the text ends too early: is the file complete?";
    switch (text[at]) {
        case '\'': return "JSON quotes with \"";
        case '/':
        case '#': return "JSON has no comments";
        case 'N':
        case 'I': return "NaN, None and Infinity are not JSON: leave the member out, or write null where it is allowed";
        case '}':
        case ']': return "is there a comma too many before it?";
        default: return {};
    }
}

bool TreeBuilder::parse_error(std::size_t position, const std::string&, const nlohmann::json::exception& error) {
    const std::string_view what = error.what();
    const std::size_t at = position > 0 ? position - 1 : 0;
    constexpr int kNumberOverflow = 406;
    if (error.id == kNumberOverflow) {
        failure_ = fail_status(StatusCode::kInvalidArgument, "number_out_of_range", "the number is too large to be held", "", at);
    } else if (what.find("UTF-8") != std::string_view::npos || what.find("surrogate") != std::string_view::npos) {
        failure_ = fail_status(StatusCode::kInvalidArgument, "encoding", "the text is not UTF-8: " + reason_of(what), "save the file as UTF-8", at);
    } else {
        const std::string hint = hint_for(text_, at);
        failure_ = fail_status(StatusCode::kInvalidArgument, "syntax", "the text is not JSON: " + reason_of(what), hint, at);
    }
    return false;
}

Status refused(StatusCode code, const char* issue, const std::string& message) {
    return Status(code, message, {Issue{"", issue, message, "", Severity::kError}});
}

}  // namespace

Result<Value> parse(std::string_view text, const ParseLimits& limits) {
    if (text.size() > limits.max_bytes) {
        return refused(StatusCode::kResourceExhausted, "too_large",
                       "the text has " + std::to_string(text.size()) + " bytes; the limit is " + std::to_string(limits.max_bytes));
    }
    if (const std::size_t nul = text.find('\0'); nul != std::string_view::npos) {  // the lexer would take it for the end
        return refused(StatusCode::kInvalidArgument, "syntax", line_and_column(text, nul) + ": the text is not JSON: a NUL byte");
    }
    TreeBuilder builder(text, limits);
    const TrackedCursor first(text.data(), builder.reached()), last(text.data() + text.size(), builder.reached());
    return builder.finish(nlohmann::json::sax_parse(first, last, &builder));
}

}  // namespace schoolimp::inline v0::json
