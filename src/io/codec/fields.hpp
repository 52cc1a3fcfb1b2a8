// One description of a struct, used both ways. A room writes once
//
//     template <typename Visitor>
//     void describe(Visitor& fields, Of<Person>) {
//         fields.required("id", &Person::id, kId);
//         fields.optional("schools", &Person::schools, list_of(kId));
//     }
//
// and Nested<Person> reads and writes it: members in this order, those equal to their default left out, unknown ones reported. A struct with a member
// `ExtraMembers extra` keeps the unknown ones.
#pragma once

#include <algorithm>
#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "io/codec/codecs.hpp"
#include "schoolimp/core/extra_members.hpp"

namespace schoolimp::inline v0::codec {

/// Names the struct a description is of.
template <typename T>
struct Of {};

namespace detail {

template <typename Member, typename Codec>
concept Wraps = std::same_as<Member, std::optional<typename Codec::type>>;

template <typename T>
concept KeepsExtra = std::same_as<decltype(T::extra), ExtraMembers>;

/// The parts of reading an object that do not depend on the struct.
class ObjectMembers {
public:
    ObjectMembers(Reader& reader, const Place& place, const json::Object& members) : reader_(reader), place_(place), members_(members) {
        known_.reserve(24);
    }

    /// The member, which is known from now on; null when it is not there.
    const Value* take(std::string_view name);
    bool has(std::string_view name) const;
    void missing(std::string_view name, std::string_view why = {}) { missing_.push_back({name, why}); }
    /// Reports what is missing and what is not known, and puts that into `extra` unless it is null.
    void finish(ExtraMembers* extra);

    Reader& reader() { return reader_; }
    const Place& place() const { return place_; }

private:
    using Unknown = std::vector<const json::Member*>;
    void report_missing(const Unknown& unknown);
    void report_unknown(const json::Member& member, bool kept);
    static void keep(Unknown unknown, ExtraMembers& extra);

    struct Missing {
        std::string_view name;
        std::string_view why;
    };
    Reader& reader_;
    const Place& place_;
    const json::Object& members_;
    std::vector<std::string_view> known_;
    std::vector<Missing> missing_;
};

/// Writes the unknown members of an object, except under names the object knows.
class ExtraOutput {
public:
    explicit ExtraOutput(const ExtraMembers& extra) : extra_(extra) {}
    void known(std::string_view name) {
        if (!extra_.empty()) known_.push_back(name);
    }
    void write(Writer& writer) const;

private:
    const ExtraMembers& extra_;
    std::vector<std::string_view> known_;
};

/// In its place for a struct that keeps none.
struct NoExtraOutput {
    void known(std::string_view) {}
    void write(Writer&) const {}
};

template <typename T>
auto extra_output(const T& value) {
    if constexpr (KeepsExtra<T>) {
        return ExtraOutput(value.extra);
    } else {
        return NoExtraOutput();
    }
}

}  // namespace detail

/// Fills a T from an object.
template <typename T>
class ObjectReader {
public:
    ObjectReader(Reader& reader, const Place& place, const json::Object& members, T& out) : members_(reader, place, members), out_(out) {}

    template <typename Base, typename M, typename Codec>
    void required(std::string_view name, M Base::*member, const Codec& codec) {
        if (const Value* value = members_.take(name)) {
            read(name, *value, out_.*member, codec);
        } else {
            members_.missing(name);
        }
    }
    template <typename Base, typename M, typename Codec>
    void optional(std::string_view name, M Base::*member, const Codec& codec) {
        if (const Value* value = members_.take(name)) read(name, *value, out_.*member, codec);
    }
    /// A member that stands for more, or less, than one member of the struct: codec.read(reader, place, value, struct), codec.present(struct),
    /// codec.write(writer, struct).
    template <typename Codec>
    void part(std::string_view name, const Codec& codec) {
        if (const Value* value = members_.take(name)) codec.read(members_.reader(), Place(members_.place(), name), *value, out_);
    }
    /// `name`, described before, must be there when `condition(struct)` holds; `why` completes "'name' is missing: ...".
    template <typename Condition>
    void required_if(std::string_view name, Condition condition, std::string_view why) {
        if (!members_.has(name) && condition(out_)) members_.missing(name, why);
    }
    /// A rule over several members: rule(reader, place, struct, has), has(name) telling which members are there.
    template <typename Rule>
    void check(Rule rule) {
        rule(members_.reader(), members_.place(), out_, [this](std::string_view name) { return members_.has(name); });
    }
    /// A member read elsewhere.
    void known(std::string_view name) { members_.take(name); }
    void finish() {
        if constexpr (detail::KeepsExtra<T>) {
            members_.finish(&out_.extra);
        } else {
            members_.finish(nullptr);
        }
    }

private:
    template <typename M, typename Codec>
    void read(std::string_view name, const Value& value, M& target, const Codec& codec) {
        const Place at(members_.place(), name);
        if constexpr (detail::Wraps<M, Codec>) {
            codec.read(members_.reader(), at, value, target.emplace());
        } else {
            codec.read(members_.reader(), at, value, target);
        }
    }

    detail::ObjectMembers members_;
    T& out_;
};

/// Writes the members of a T.
template <typename T>
class ObjectWriter {
public:
    ObjectWriter(Writer& writer, const T& value) : writer_(writer), value_(value), extra_(detail::extra_output(value)) {}

    template <typename Base, typename M, typename Codec>
    void required(std::string_view name, M Base::*member, const Codec& codec) {
        extra_.known(name);
        writer_.name(name);
        codec.write(writer_, value_.*member);
    }
    template <typename Base, typename M, typename Codec>
    void optional(std::string_view name, M Base::*member, const Codec& codec) {
        extra_.known(name);
        const M& value = value_.*member;
        if constexpr (detail::Wraps<M, Codec>) {
            if (!value) return;
            writer_.name(name);
            codec.write(writer_, *value);
        } else {
            if (value == defaults().*member) return;
            writer_.name(name);
            codec.write(writer_, value);
        }
    }
    template <typename Codec>
    void part(std::string_view name, const Codec& codec) {
        extra_.known(name);
        if (!codec.present(value_)) return;
        writer_.name(name);
        codec.write(writer_, value_);
    }
    template <typename Condition>
    void required_if(std::string_view, Condition, std::string_view) {}
    template <typename Rule>
    void check(Rule) {}
    /// A member written elsewhere.
    void known(std::string_view name) { extra_.known(name); }
    void finish() { extra_.write(writer_); }

private:
    static const T& defaults() {
        static const T value{};
        return value;
    }
    Writer& writer_;
    const T& value_;
    decltype(detail::extra_output(std::declval<const T&>())) extra_;
};

/// The codec of a described struct.
template <typename T>
struct Nested {
    using type = T;
    void read(Reader& reader, const Place& place, const Value& value, T& out) const {
        const json::Object* members = value.object();
        if (members == nullptr) return reader.wrong_type(place, "an object", value);
        ObjectReader<T> fields(reader, place, *members, out);
        describe(fields, Of<T>{});
        fields.finish();
    }
    void write(Writer& writer, const T& value) const {
        writer.begin_object();
        ObjectWriter<T> fields(writer, value);
        describe(fields, Of<T>{});
        fields.finish();
        writer.end_object();
    }
};
template <typename T>
inline constexpr Nested<T> kNested{};
template <typename T>
inline constexpr List<Nested<T>> kListOf{Nested<T>{}};

}  // namespace schoolimp::inline v0::codec
