// Pieces of SQL text. An empty predicate stands for one that never holds.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schoolimp/core/decimal.hpp"

namespace schoolimp::inline v0::sql {

using Texts = std::vector<std::string>;
using detail::Int128;

/// Stands for a blank at which a long text may be broken into lines. It is in no name and no literal.
inline constexpr char kBreak = '\x1f';
/// Breaks become blanks.
std::string unbroken(std::string text);
/// Breaks become line ends with this indent when the text is long, otherwise blanks.
std::string broken(std::string text, std::size_t indent);

/// "name", with quotes inside doubled.
std::string identifier(std::string_view name);
/// 'text', with quotes inside doubled.
std::string literal(std::string_view text);
/// The text in one line, without anything a database could take for the end of it.
std::string one_line(std::string_view text);
std::string whole(Int128 number);

std::string joined(const Texts& parts, std::string_view between);
// A list of texts in braces stands in no branch of a conditional expression: GCC 12 ends its texts twice when memory runs out within.
/// Holds when one of the predicates does; in brackets when there are several.
std::string any_of(const Texts& predicates);
/// Holds when all of the predicates do.
std::string all_of(const Texts& predicates);
/// 1 when the predicate holds, otherwise 0.
std::string flag(const std::string& predicate);
/// The sum of the parts, bracketed in groups: databases limit how deep an expression nests.
std::string total(Texts parts);
/// "case when a then b ... else c end", with breaks between its branches; without `otherwise` it is null.
class Case {
public:
    Case& when(const std::string& predicate, const std::string& value);
    std::string otherwise(const std::string& value) const;
    /// Null when there is no branch at all.
    std::string end() const;
    bool empty() const { return branches_.empty(); }

private:
    std::string branches_;
};

}  // namespace schoolimp::inline v0::sql
