// The grammar of docs/language.md: what is read, how it is written canonically, and how mistakes are shown.
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "expression/parser.hpp"
#include "expression/printer.hpp"
#include "schoolimp/expression/expression.hpp"

namespace schoolimp {
namespace {

std::string canonical(const std::string& text) {
    const auto info = inspect_expression(text);
    return info.ok() ? info->canonical : "error: " + info.status().issues()[0].message;
}

struct Spelling {
    const char* written;
    const char* canonical;
};

class Accepted : public testing::TestWithParam<Spelling> {};

TEST_P(Accepted, HasOneCanonicalSpelling) {
    EXPECT_EQ(canonical(GetParam().written), GetParam().canonical);
    EXPECT_EQ(canonical(GetParam().canonical), GetParam().canonical);
}

INSTANTIATE_TEST_SUITE_P(Syntax, Accepted,
                         testing::Values(Spelling{"12", "12"}, Spelling{"6.0", "6"}, Spelling{"-2.5", "-2.5"}, Spelling{"- 2.50", "-2.5"},
                                         Spelling{"true", "true"}, Spelling{"\"primary\"", "'primary'"}, Spelling{"'it\\'s'", "'it\\'s'"},
                                         Spelling{"\"a\\\\b\\\"\"", "'a\\\\b\"'"}, Spelling{"''", "''"}, Spelling{"absence . overall", "absence.overall"},
                                         Spelling{"ks2.progress[ \"maths\" ]", "ks2.progress['maths']"}, Spelling{"a>=1", "a >= 1"},
                                         Spelling{"a  ==\n b", "a == b"}, Spelling{"a // why\n && b", "a && b"},
                                         Spelling{"a in ['x','y']", "a in ['x', 'y']"}));
INSTANTIATE_TEST_SUITE_P(Binding, Accepted,
                         testing::Values(Spelling{"a || b && c", "a || b && c"}, Spelling{"(a || b) && c", "(a || b) && c"},
                                         Spelling{"((a)) || ((b && c))", "a || b && c"}, Spelling{"!a == b", "!a == b"}, Spelling{"!(a == b)", "!(a == b)"},
                                         Spelling{"!!a", "!!a"}, Spelling{"a + b * c - d", "a + b * c - d"}, Spelling{"(a + b) * c", "(a + b) * c"},
                                         Spelling{"a - (b - c)", "a - (b - c)"}, Spelling{"a / (b * c)", "a / (b * c)"}, Spelling{"a * -2", "a * -2"},
                                         Spelling{"-a + b", "-a + b"}, Spelling{"-(a + b)", "-(a + b)"}, Spelling{"--a", "--a"},
                                         Spelling{"a + b > c - d", "a + b > c - d"}, Spelling{"(a > b) == c", "(a > b) == c"},
                                         Spelling{"a ? b : c ? d : e", "a ? b : c ? d : e"}, Spelling{"(a ? b : c) ? d : e", "(a ? b : c) ? d : e"},
                                         Spelling{"a ? (b ? c : d) : e", "a ? (b ? c : d) : e"}, Spelling{"(a ? b : c) + d", "(a ? b : c) + d"},
                                         Spelling{"f(a ? b : c, (d))", "f(a ? b : c, d)"}, Spelling{"(a || b) in [c || d]", "(a || b) in [c || d]"}));

struct Mistake {
    const char* written;
    const char* message;  ///< With the line and the caret.
    const char* hint;
};

class Refused : public testing::TestWithParam<Mistake> {};

TEST_P(Refused, NamesPlaceAndMend) {
    const auto info = inspect_expression(GetParam().written);
    ASSERT_FALSE(info.ok());
    ASSERT_EQ(info.status().issues().size(), 1u);
    const Issue issue = info.status().issues()[0];
    EXPECT_EQ(issue.code, "syntax_error");
    EXPECT_EQ(issue.message, GetParam().message);
    EXPECT_EQ(issue.hint, GetParam().hint);
}

INSTANTIATE_TEST_SUITE_P(
    Syntax, Refused,
    testing::Values(
        Mistake{"", "line 1, column 1: the expression ends too early; expected a value\n  \n  ^", ""},
        Mistake{"a <", "line 1, column 4: the expression ends too early; expected a value\n  a <\n     ^", ""},
        Mistake{"a b", "line 1, column 3: unexpected 'b'; expected an operator or the end of the expression\n  a b\n    ^", ""},
        Mistake{"a and b", "line 1, column 3: unexpected 'and'; expected an operator or the end of the expression\n  a and b\n    ^", "write && for and"},
        Mistake{"not a", "line 1, column 1: unexpected 'not'\n  not a\n  ^", "write ! for not"},
        Mistake{"a < b < c", "line 1, column 7: comparisons do not chain\n  a < b < c\n        ^", "join two comparisons with &&"},
        Mistake{"a = b", "line 1, column 3: '=' has no meaning here\n  a = b\n    ^", "write == to compare"},
        Mistake{"a & b", "line 1, column 3: '&' has no meaning here\n  a & b\n    ^", "write && for and"},
        Mistake{"(a || b", "line 1, column 8: the expression ends too early; expected an operator or ')'\n  (a || b\n         ^", ""},
        Mistake{"a)", "line 1, column 2: unexpected ')'; expected an operator or the end of the expression\n  a)\n   ^", ""},
        Mistake{"f(a,)", "line 1, column 5: unexpected ')'; expected a value\n  f(a,)\n      ^", ""},
        Mistake{"f(a", "line 1, column 4: the expression ends too early; expected ',', an operator or ')'\n  f(a\n     ^", ""},
        Mistake{"a ? b", "line 1, column 6: the expression ends too early; expected ':' and the value for when the condition does not hold\n  a ? b\n       ^",
                ""},
        Mistake{"a in b", "line 1, column 6: unexpected 'b'; expected a list: ['a', 'b']\n  a in b\n       ^", ""},
        Mistake{"a in []", "line 1, column 7: an empty list\n  a in []\n        ^", "name at least one value"},
        Mistake{"[a]", "line 1, column 1: a list stands only after 'in'\n  [a]\n  ^", ""},
        Mistake{"a[maths]", "line 1, column 3: unexpected 'maths'; expected a group in quotes: ['maths']\n  a[maths]\n    ^", ""},
        Mistake{"a.b(c)", "line 1, column 1: 'a.b' is not a function\n  a.b(c)\n  ^", "functions have no dots in their names"},
        Mistake{"a.", "line 1, column 3: the expression ends too early; expected the next part of the name\n  a.\n    ^", ""},
        Mistake{"a > 5%", "line 1, column 6: '%' after the number 5\n  a > 5%\n       ^", "write the plain number; the indicator says that it is a percentage"},
        Mistake{"5x", "line 1, column 2: letters after the number 5\n  5x\n   ^", "numbers are written 12 or 6.5"},
        Mistake{"5.", "line 1, column 2: a point without digits after it\n  5.\n   ^", "write 6.0 or 6"},
        Mistake{"0.1234567890123456789", "line 1, column 1: the number 0.1234567890123456789 cannot be held exactly\n  0.1234567890123456789\n  ^",
                "at most 18 digits"},
        Mistake{"a == 'x", "line 1, column 6: a text without its closing quote\n  a == 'x\n       ^", "add ' at its end"},
        Mistake{"'a\\n'", "line 1, column 3: an unknown escape in a text\n  'a\\n'\n    ^", "only \\\\, \\' and \\\" are escapes"},
        Mistake{"a \xE2\x89\xA5 b", "line 1, column 3: '\xE2\x89\xA5' has no meaning here\n  a \xE2\x89\xA5 b\n    ^", "write >="},
        Mistake{"a &&\nb ||", "line 2, column 5: the expression ends too early; expected a value\n  b ||\n      ^", ""},
        Mistake{"x == '\xC3\xA9' && )", "line 1, column 13: unexpected ')'; expected a value\n  x == '\xC3\xA9' && )\n              ^", ""},
        Mistake{"a\x01", "line 1, column 2: a control character has no meaning here\n  a \n   ^", ""}));

TEST(Syntax, NamesAndFunctionsAreListedOnce) {
    const auto info = inspect_expression(
        "any(subject, ks2.progress < 0) || map_level(walk, ofsted.overall) == tier.one || ks2.progress['maths'] < change(ks2.progress['maths'])");
    ASSERT_TRUE(info.ok());
    EXPECT_EQ(info->names, (std::vector<std::string>{"ks2.progress", "ofsted.overall", "subject", "tier.one", "walk"}));
    EXPECT_EQ(info->functions, (std::vector<std::string>{"any", "change", "map_level"}));
}

TEST(Syntax, LongLinesAreCutAroundTheCaret) {
    const std::string text = std::string(40, ' ') + std::string(300, 'a') + " $ " + std::string(300, 'b');
    const auto info = inspect_expression(text);
    ASSERT_FALSE(info.ok());
    const std::string message = info.status().issues()[0].message;
    const std::size_t line = message.find('\n') + 1, caret_line = message.find('\n', line) + 1;
    EXPECT_EQ(message.substr(0, message.find(':')), "line 1, column 342");
    EXPECT_EQ(message[line + message.substr(caret_line).find('^')], '$');
    EXPECT_LT(message.size(), 450u);
}

std::string repeated(const std::string& part, int times, const std::string& end = {}) {
    std::string text;
    for (int i = 0; i < times; ++i) text += part;
    return text + end;
}

TEST(Syntax, DepthIsBounded) {
    for (const std::string& opening : {std::string("("), std::string("!"), std::string("-"), std::string("f("), std::string("a ? b : ")}) {
        const auto info = inspect_expression(repeated(opening, 2000 / static_cast<int>(opening.size()), "a"));
        ASSERT_FALSE(info.ok()) << opening;
        EXPECT_NE(info.status().issues()[0].message.find("nested more than 64 deep"), std::string::npos) << opening;
    }
    EXPECT_TRUE(inspect_expression(repeated("(", 60) + "a" + repeated(")", 60)).ok());
}

TEST(Syntax, SizeIsBounded) {
    EXPECT_TRUE(inspect_expression("a" + std::string(7999, ' ')).ok());
    const auto info = inspect_expression("a" + std::string(8000, ' '));
    ASSERT_FALSE(info.ok());
    EXPECT_NE(info.status().issues()[0].message.find("the expression has 8001 bytes; at most 8000 are read"), std::string::npos);
}

TEST(Syntax, PartsAreBounded) {
    for (const std::string& between : {std::string(" && "), std::string(" || "), std::string(" + "), std::string(" * ")}) {
        EXPECT_TRUE(inspect_expression(repeated("a" + between, 99, "a")).ok()) << between;
        EXPECT_FALSE(inspect_expression(repeated("a" + between, 100, "a")).ok()) << between;
    }
    EXPECT_TRUE(inspect_expression("f(" + repeated("a, ", 99, "a)")).ok());
    EXPECT_FALSE(inspect_expression("f(" + repeated("a, ", 100, "a)")).ok());
}

// Random expressions, written with needless blanks and parentheses, print to text that prints to itself and has the same meaning as a tree.
class Writer {
public:
    explicit Writer(unsigned seed) : random_(seed) {}

    std::string expression(int depth) {
        if (depth == 0) return leaf();
        switch (pick(9)) {
            case 0: return wrap(expression(depth - 1) + " && " + wrap(expression(depth - 1)));
            case 1: return wrap(expression(depth - 1)) + "||" + wrap(expression(depth - 1));
            case 2: return "(" + expression(depth - 1) + ") >= (" + expression(depth - 1) + ")";
            case 3: return "(" + expression(depth - 1) + ")-(" + expression(depth - 1) + ")";
            case 4: return "(" + expression(depth - 1) + ") / (" + expression(depth - 1) + ")*" + leaf();
            case 5: return "!(" + expression(depth - 1) + ")";
            case 6: return "(" + expression(depth - 1) + ") ? (" + expression(depth - 1) + ") : " + expression(depth - 1);
            case 7: return "f(" + expression(depth - 1) + ",  " + expression(depth - 1) + ")";
            default: return "(" + expression(depth - 1) + ") in [" + expression(depth - 1) + "]";
        }
    }

private:
    int pick(int n) { return std::uniform_int_distribution<int>(0, n - 1)(random_); }
    std::string wrap(const std::string& text) { return pick(2) == 0 ? "(" + text + ")" : "( " + text + "  )"; }
    std::string leaf() {
        const char* kLeaves[] = {"a", "b.c", "d['e']", "-1.50", "'t'", "true", "-x"};
        return kLeaves[pick(7)];
    }
    std::mt19937 random_;
};

// The shape of a tree, without places.
std::string shape(const Ast& node) {
    std::string text = std::to_string(static_cast<int>(node.kind)) + node.text + "'" + node.member + "'" + node.operators + to_string(node.number) +
                       std::to_string(node.boolean) + std::to_string(static_cast<int>(node.comparator)) + "(";
    for (const AstPtr& operand : node.operands) text += shape(*operand) + ",";
    return text + ")";
}

TEST(Syntax, PrintingKeepsTheTree) {
    int accepted = 0;
    for (unsigned seed = 0; seed < 3000; ++seed) {
        const std::string text = Writer(seed).expression(static_cast<int>(seed % 5));
        const ParseOutcome first = parse_expression_text(text);
        if (!first.ok()) continue;
        ++accepted;
        const std::string printed = print(*first.expression.root);
        const ParseOutcome second = parse_expression_text(printed);
        ASSERT_TRUE(second.ok()) << text << " -> " << printed;
        ASSERT_EQ(shape(*first.expression.root), shape(*second.expression.root)) << text << " -> " << printed;
        ASSERT_EQ(print(*second.expression.root), printed);
    }
    EXPECT_GT(accepted, 2000);
}

TEST(Syntax, SurvivesEveryText) {
    std::mt19937 random(7);
    const std::string alphabet = "ab.'\"()[]!&|<>=+-*/?:, 0123456789in\\\n\x80\xC3";
    for (int i = 0; i < 20000; ++i) {
        std::string text;
        for (int length = std::uniform_int_distribution<int>(0, 30)(random); length > 0; --length)
            text += alphabet[std::uniform_int_distribution<std::size_t>(0, alphabet.size() - 1)(random)];
        const auto info = inspect_expression(text);
        if (info.ok()) {
            ASSERT_EQ(canonical(info->canonical), info->canonical) << text;
        } else {
            ASSERT_NE(info.status().issues()[0].message.find("\n  "), std::string::npos) << text;
        }
    }
}

}  // namespace
}  // namespace schoolimp
