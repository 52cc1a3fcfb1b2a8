// A JSON document as a tree: members keep their order, numbers keep their text and their exact decimal.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "schoolimp/core/decimal.hpp"

namespace schoolimp::inline v0::json {

struct Null {
    friend bool operator==(const Null&, const Null&) = default;
};

struct Number {
    std::string text;  ///< As written.
    Decimal value;
    friend bool operator==(const Number& a, const Number& b) { return a.value == b.value; }
};

struct Member;
class Value;
using Array = std::vector<Value>;
using Object = std::vector<Member>;

class Value {
public:
    Value() = default;
    template <typename T>
        requires std::is_constructible_v<std::variant<Null, bool, Number, std::string, Array, Object>, T&&> &&
                 (!std::is_same_v<std::remove_cvref_t<T>, Value>)
    explicit Value(T&& content) : content_(std::forward<T>(content)) {}

    bool is_null() const { return std::holds_alternative<Null>(content_); }
    const bool* boolean() const { return std::get_if<bool>(&content_); }
    const Number* number() const { return std::get_if<Number>(&content_); }
    const std::string* string() const { return std::get_if<std::string>(&content_); }
    const Array* array() const { return std::get_if<Array>(&content_); }
    const Object* object() const { return std::get_if<Object>(&content_); }
    Array* array() { return std::get_if<Array>(&content_); }
    Object* object() { return std::get_if<Object>(&content_); }

    /// The member of an object; null when there is none or this is no object.
    inline const Value* find(std::string_view name) const;

    friend inline bool operator==(const Value& a, const Value& b);

private:
    std::variant<Null, bool, Number, std::string, Array, Object> content_;
};

struct Member {
    std::string name;
    Value value;
    friend bool operator==(const Member&, const Member&) = default;
};

inline bool operator==(const Value& a, const Value& b) { return a.content_ == b.content_; }

inline const Value* Value::find(std::string_view name) const {
    if (const Object* members = object())
        for (const Member& member : *members)
            if (member.name == name) return &member.value;
    return nullptr;
}

/// "null", "true or false", "a number", "text", "a list", "an object".
std::string_view kind_of(const Value& value);

/// The value as a short quotation for a message: at most about 60 bytes, never cut inside a character.
std::string excerpt(const Value& value);
std::string excerpt(std::string_view text);

}  // namespace schoolimp::inline v0::json
