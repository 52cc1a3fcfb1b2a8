// The few members of a framework document whose JSON form is not the struct's own.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "io/codec/fields.hpp"
#include "schoolimp/framework/document.hpp"

namespace schoolimp::inline v0::codec {

/// "of": one expression as text, or a list of expressions. One expression is written as text.
struct OneOrMore {
    using type = std::vector<std::string>;
    void read(Reader& reader, const Place& place, const Value& value, type& out) const {
        if (value.array()) return list_of(kExpression).at_least(1).read(reader, place, value, out);
        if (!value.string()) return reader.wrong_type(place, "an expression or a list of expressions", value);
        out.assign(1, {});
        kExpression.read(reader, place, value, out.front());
    }
    void write(Writer& writer, const type& value) const {
        if (value.size() == 1) return kExpression.write(writer, value.front());
        list_of(kExpression).write(writer, value);
    }
};

/// "cells" of a matrix: row -> column -> level or null.
struct Cells {
    using Row = std::map<std::string, std::optional<std::string>>;
    using type = std::map<std::string, Row>;

    void read(Reader& reader, const Place& place, const Value& value, type& out) const {
        const json::Object* rows = value.object();
        if (rows == nullptr) return reader.wrong_type(place, "an object of rows", value);
        for (const json::Member& row : *rows) read_row(reader, Place(place, row.name), row.value, out[row.name]);
    }
    void write(Writer& writer, const type& rows) const {
        writer.begin_object();
        for (const auto& [row, cells] : rows) {
            writer.name(row);
            writer.begin_object();
            for (const auto& [column, level] : cells) {
                writer.name(column);
                kCell.write(writer, level);
            }
            writer.end_object();
        }
        writer.end_object();
    }

private:
    static constexpr Nullable<Text> kCell{kSimpleId};
    static void read_row(Reader& reader, const Place& place, const Value& value, Row& out) {
        const json::Object* cells = value.object();
        if (cells == nullptr) return reader.wrong_type(place, "an object of columns", value);
        for (const json::Member& cell : *cells) kCell.read(reader, Place(place, cell.name), cell.value, out[cell.name]);
    }
};

/// "need": {"share": 100}.
struct Need {
    Decimal share;
};

template <typename Visitor>
void describe(Visitor& fields, Of<Need>) {
    fields.required("share", &Need::share, Exact{0, 100});
}

struct NeedShare {
    using type = Decimal;
    void read(Reader& reader, const Place& place, const Value& value, Decimal& out) const {
        Need need;
        kNested<Need>.read(reader, place, value, need);
        out = need.share;
    }
    void write(Writer& writer, const Decimal& share) const { kNested<Need>.write(writer, Need{share}); }
};

}  // namespace schoolimp::inline v0::codec
