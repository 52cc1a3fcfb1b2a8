// Reading JSON: what is accepted, what is refused, where, and within which limits.
#include <gtest/gtest.h>

#include <clocale>

#include "io/json/parse.hpp"
#include "io/support.hpp"

namespace schoolimp::testing {
namespace {

struct Refused {
    std::string text;
    std::string code;
    std::string pointer;
    std::string part_of_message;
};

TEST(JsonParse, KeepsOrderTextAndExactNumbers) {
    const json::Value value = json::parse(R"({"b": 61.50, "a": [1e2, -0.0, true, null], "c": "tä\u0041\uD83D\uDE00"})").value();
    ASSERT_NE(value.object(), nullptr);
    EXPECT_EQ((*value.object())[0].name, "b");
    EXPECT_EQ(value.find("b")->number()->text, "61.50");
    EXPECT_EQ(value.find("b")->number()->value, *Decimal::make(615, 1));
    const json::Array& items = *value.find("a")->array();
    EXPECT_EQ(items[0].number()->value, Decimal(100));
    EXPECT_TRUE(items[1].number()->value.is_zero());
    EXPECT_TRUE(*items[2].boolean());
    EXPECT_TRUE(items[3].is_null());
    EXPECT_EQ(*value.find("c")->string(), "t\xC3\xA4" "A\xF0\x9F\x98\x80");
    EXPECT_EQ(value.find("d"), nullptr);
}

TEST(JsonParse, HoldsDecimalsThatDoublesCannot) {
    EXPECT_EQ(to_string(json::parse("0.1").value().number()->value), "0.1");
    EXPECT_EQ(to_string(json::parse("9007199254740993").value().number()->value), "9007199254740993");
    EXPECT_EQ(to_string(json::parse("9223372036854775807").value().number()->value), "9223372036854775807");
    EXPECT_EQ(to_string(json::parse("0.000000000000000001").value().number()->value), "0.000000000000000001");
}

TEST(JsonParse, SkipsAByteOrderMark) { EXPECT_TRUE(json::parse("\xEF\xBB\xBF{\"a\": 1}").ok()); }

TEST(JsonParse, DoesNotDependOnTheLocale) {
    const std::string before = std::setlocale(LC_ALL, nullptr);
    for (const char* locale : {"de_DE.UTF-8", "de_DE.utf8", "fr_FR.UTF-8", "C"}) {
        if (std::setlocale(LC_ALL, locale) == nullptr) continue;
        EXPECT_EQ(json::parse("[61.5]").value().array()->front().number()->value, *Decimal::make(615, 1)) << locale;
    }
    std::setlocale(LC_ALL, before.c_str());
}

TEST(JsonParse, RefusesWithPlaceAndReason) {
    const std::vector<Refused> cases = {
        {"", "syntax", "", "line 1, column 1"},
        {"  ", "syntax", "", "not JSON"},
        {"{\"a\": 1,}", "syntax", "", "line 1, column 9"},
        {"[1, 2", "syntax", "/2", "not JSON"},
        {"{\"a\": {\"b\": tru}}", "syntax", "/a/b", "invalid literal"},
        {"{} {}", "syntax", "", "line 1, column 4"},
        {"[1]x", "syntax", "", "line 1, column 4"},
        {"{'a': 1}", "syntax", "", "line 1, column 2"},
        {"[NaN]", "syntax", "/0", "line 1, column 2"},
        {"[Infinity]", "syntax", "/0", "not JSON"},
        {"[-Infinity]", "syntax", "/0", "not JSON"},
        {"[01]", "syntax", "/1", "not JSON"},
        {"[1.]", "syntax", "/0", "not JSON"},
        {"[+1]", "syntax", "/0", "not JSON"},
        {"// note\n{}", "syntax", "", "not JSON"},
        {"\"a\nb\"", "syntax", "", "line 1"},
        {std::string("{}\0{}", 5), "syntax", "", "NUL"},
        {"\xEF\xBB\xBF\xEF\xBB\xBF{}", "syntax", "", "not JSON"},
        {"[\"\\uD800\"]", "encoding", "/0", "surrogate"},
        {"[\"\\uDC00\\uD800\"]", "encoding", "/0", "surrogate"},
        {"[1, \"a\\u0000b\"]", "encoding", "/1", "U+0000"},
        {"{\"a\\u0000\": 1}", "encoding", "", "U+0000"},
        {"[\"\xC3\x28\"]", "encoding", "/0", "UTF-8"},
        {"[\"\xED\xA0\x80\"]", "encoding", "/0", "UTF-8"},
        {"[\"\xFF\"]", "encoding", "/0", "UTF-8"},
        {"{\"a\": 1,\n \"b\": 2, \"a\": 3}", "duplicate_member", "/a", "line 2, column 12"},
        {"{\"x\": {\"a~/b\": 1, \"a~/b\": 2}}", "duplicate_member", "/x/a~0~1b", "stands twice"},
        {"[1e400]", "number_out_of_range", "/0", "too large"},
        {"[-1e400]", "number_out_of_range", "/0", "too large"},
        {"[1e-400]", "number_out_of_range", "/0", "18 decimal places"},
        {"[1e19]", "number_out_of_range", "/0", "cannot be held exactly"},
        {"[18446744073709551615]", "number_out_of_range", "/0", "cannot be held exactly"},
        {"[0.1234567890123456789]", "number_out_of_range", "/0", "18 decimal places"},
    };
    for (const Refused& refused : cases) {
        const Result<json::Value> result = json::parse(refused.text);
        ASSERT_FALSE(result.ok()) << refused.text;
        EXPECT_EQ(result.status().code(), StatusCode::kInvalidArgument);
        ASSERT_EQ(result.status().issues().size(), 1u);
        const Issue issue = result.status().issues().front();
        EXPECT_EQ(issue.code, refused.code) << refused.text << ": " << issue.message;
        EXPECT_EQ(issue.pointer, refused.pointer) << refused.text << ": " << issue.message;
        EXPECT_NE(issue.message.find(refused.part_of_message), std::string::npos) << refused.text << ": " << issue.message;
    }
}

TEST(JsonParse, MessagesAreUtf8WhateverTheInput) {
    for (int byte = 1; byte < 256; ++byte) {
        const std::string text = std::string("{\"a\": ") + static_cast<char>(byte) + static_cast<char>(byte) + "}";
        const Result<json::Value> result = json::parse(text);
        if (result.ok()) continue;
        std::string quoted;
        json::append_quoted(quoted, result.status().message());
        EXPECT_EQ(quoted.find("\xEF\xBF\xBD"), std::string::npos) << byte;
    }
}

TEST(JsonParse, FindsDuplicatesInWideObjects) {
    std::string text = "{";
    for (int i = 0; i < 1000; ++i) text += "\"member" + std::to_string(i) + "\": 1, ";
    EXPECT_TRUE(json::parse(text + "\"last\": 1}").ok());
    const Result<json::Value> result = json::parse(text + "\"member7\": 1}");
    ASSERT_FALSE(result.ok());
    EXPECT_EQ(result.status().issues().front().pointer, "/member7");
}

TEST(JsonParse, StopsAtItsLimits) {
    const auto code_of = [](const std::string& text, const ParseLimits& limits) {
        const Result<json::Value> result = json::parse(text, limits);
        if (result.ok()) return std::string("ok");
        EXPECT_EQ(result.status().code(), StatusCode::kResourceExhausted);
        return result.status().issues().front().code;
    };
    ParseLimits limits;
    limits.max_bytes = 10;
    EXPECT_EQ(code_of("[1,2,3,4]", limits), "ok");
    EXPECT_EQ(code_of("[1,2,3,4,5]", limits), "too_large");
    limits = {};
    limits.max_string = 3;
    EXPECT_EQ(code_of("[\"abc\"]", limits), "ok");
    EXPECT_EQ(code_of("[\"abcd\"]", limits), "too_long");
    EXPECT_EQ(code_of("{\"abcd\": 1}", limits), "too_long");
    limits = {};
    limits.max_elements = 4;
    EXPECT_EQ(code_of("[1, 2, 3]", limits), "ok");
    EXPECT_EQ(code_of("[1, 2, 3, 4]", limits), "too_many");
    EXPECT_EQ(code_of("[[], [], [], []]", limits), "too_many");
    limits = {};
    limits.max_depth = 3;
    EXPECT_EQ(code_of("[[[1]]]", limits), "ok");
    EXPECT_EQ(code_of("[[[[1]]]]", limits), "too_deep");
    EXPECT_EQ(code_of("{\"a\": [{\"b\": {}}]}", limits), "too_deep");
}

TEST(JsonParse, DeepNestingNeverReachesTheStack) {
    for (const char* open : {"[", "{\"a\":"}) {
        std::string text;
        for (int i = 0; i < 1'000'000; ++i) text += open;
        ParseLimits limits;
        limits.max_depth = static_cast<std::size_t>(-1);  // even so the greatest depth holds
        const Result<json::Value> result = json::parse(text, limits);
        ASSERT_FALSE(result.ok());
        EXPECT_EQ(result.status().issues().front().code, "too_deep");
    }
}

TEST(JsonParse, LargeTextsOfOneString) {
    const std::string large(std::size_t{10} << 20, 'x');
    const Result<json::Value> refused = json::parse("[\"" + large + "\"]");
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.status().issues().front().code, "too_long");
    EXPECT_LT(refused.status().message().size(), 500u);
    ParseLimits limits;
    limits.max_string = std::size_t{11} << 20;
    EXPECT_TRUE(json::parse("[\"" + large + "\"]", limits).ok());
}

TEST(JsonWrite, EscapesOnlyWhatMustBe) {
    std::string text;
    json::append_quoted(text, "a\"b\\c/d\b\f\n\r\t\x01\x1F\x7F" "ä€😀");
    EXPECT_EQ(text, "\"a\\\"b\\\\c/d\\b\\f\\n\\r\\t\\u0001\\u001f\x7Fä€😀\"");
}

TEST(JsonWrite, ReplacesWhatIsNotUtf8) {
    std::string text;
    json::append_quoted(text, "a\xFF" "b\xED\xA0\x80");
    EXPECT_EQ(text, "\"a\xEF\xBF\xBD" "b\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"");
    EXPECT_TRUE(json::parse(text).ok());
}

TEST(JsonWrite, PrettyAndCanonicalForms) {
    const json::Value value = json::parse(R"({"b":[1,{"c":[]}],"a":{},"d":1.50})").value();
    EXPECT_EQ(to_text(value), R"({"b":[1,{"c":[]}],"a":{},"d":1.5})");
    json::Writer writer(JsonStyle::kPretty);
    write_value(writer, value);
    EXPECT_EQ(std::move(writer).take(), "{\n  \"b\": [\n    1,\n    {\n      \"c\": []\n    }\n  ],\n  \"a\": {},\n  \"d\": 1.5\n}\n");
}

}  // namespace
}  // namespace schoolimp::testing
