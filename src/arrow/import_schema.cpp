#include "arrow/import_schema.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "arrow/format.hpp"
#include "arrow/issues.hpp"
#include "core/utf8.hpp"

namespace schoolimp::inline v0 {

namespace {

constexpr int kDeepest = 64;                     // no table is so deep; deeper ones would be walked to the end of the stack
constexpr std::int64_t kMostChildren = 1 << 20;  // more is a number gone wrong

/// Walks one schema; stops at its first fault.
class SchemaReader {
public:
    explicit SchemaReader(std::vector<Issue>& issues) : issues_(issues) {}

    /// What can be said of any schema; false after an issue.
    bool check(const ArrowSchema& schema, const Place& place, int depth) {
        if (schema.release == nullptr)
            return fail(place, "released", "the schema has been released", "export the table again: a schema or stream can be read once");
        if (depth > kDeepest) return fail(place, "too_deep", "the type is nested more than " + std::to_string(kDeepest) + " deep", "leave the column out");
        if (schema.format == nullptr) return fail(place, "bad_format", "the schema has no format", "");
        if (schema.n_children < 0 || schema.n_children > kMostChildren)
            return fail(place, "bad_child_count",
                        "the schema has " + std::to_string(schema.n_children) + " children; from 0 to " + std::to_string(kMostChildren) + " can be", "");
        if (schema.n_children > 0 && schema.children == nullptr)
            return fail(place, "missing_child", "the schema has " + std::to_string(schema.n_children) + " children, but no list of them", "");
        return true;
    }

    /// The type, with all that is inside of it.
    bool read_node(const ArrowSchema& schema, const Place& place, int depth, TypeNode& node) {
        if (!check(schema, place, depth)) return false;
        const std::optional<Format> format = parse_format(schema.format);
        if (!format) return fail(place, "bad_format", "'" + readable(schema.format) + "' is no format of the Arrow C Data Interface", "");
        if (format->children != kAnyCount && schema.n_children != format->children)
            return fail(place, "bad_child_count",
                        "a schema of type " + format->words + " has " + std::to_string(format->children) + " children; this one has " +
                            std::to_string(schema.n_children),
                        "");
        node.format = schema.format;
        node.name = schema.name == nullptr ? "" : schema.name;
        node.flags = schema.flags;
        node.children.resize(static_cast<std::size_t>(schema.n_children));
        for (std::size_t i = 0; i < node.children.size(); ++i) {
            const Place child = place.inside("child", static_cast<std::int64_t>(i));
            if (schema.children[i] == nullptr) return fail(child, "missing_child", "the child is missing", "");
            if (!read_node(*schema.children[i], child, depth + 1, node.children[i])) return false;
        }
        if (schema.dictionary == nullptr) return true;
        if (!is_integer(format->type))
            return fail(place, "unexpected_dictionary", "a column of type " + format->words + " has a dictionary; its indices must be integers", "");
        node.dictionary = std::make_unique<TypeNode>();
        return read_node(*schema.dictionary, place.inside("dictionary"), depth + 1, *node.dictionary);
    }

    bool fail(const Place& place, std::string code, std::string message, std::string hint) {
        add_issue(issues_, place, std::move(code), std::move(message), std::move(hint));
        return false;
    }

private:
    std::vector<Issue>& issues_;
};

std::string words_of(const TypeNode& node) {
    return node.dictionary != nullptr ? "dictionary of " + words_of(*node.dictionary) : parse_format(node.format)->words;
}

/// What the reading of a column needs to know of its type.
Field make_field(TypeNode node) {
    Field field;
    field.name = node.name;
    field.words = words_of(node);
    field.format = *parse_format(node.format);
    field.type = field.format.type;
    Format format = field.format;
    if (node.dictionary != nullptr) {
        format = field.dictionary_format = *parse_format(node.dictionary->format);
        if (format.type == ColumnType::kUnsupported || node.dictionary->dictionary != nullptr) {
            field.type = ColumnType::kUnsupported;
            if (format.hint.empty()) format.hint = "write its values out for each row";
        } else {
            field.dictionary_type = format.type;
        }
    }
    field.places = format.places;
    field.hint = format.hint;
    field.node = std::move(node);
    return field;
}

/// The column's name as a place; its number when it has none that can be shown.
std::optional<Place> read_name(const char* name, std::size_t number, SchemaReader& reader) {
    const Place numbered = Place::column(number);
    if (name == nullptr) {
        reader.fail(numbered, "bad_name", "the column has no name", "give every column a name");
        return std::nullopt;
    }
    if (find_malformed(name) != std::string_view::npos) {
        reader.fail(numbered, "bad_name", "the name of the column is no UTF-8: '" + readable(name) + "'", "write names in UTF-8");
        return std::nullopt;
    }
    return Place::column(std::string_view(name));
}

void check_names(const std::vector<Field>& fields, SchemaReader& reader) {
    std::map<std::string_view, std::size_t> counts;
    for (const Field& field : fields) ++counts[field.name];
    for (const auto& [name, count] : counts)
        if (count > 1)
            reader.fail(Place::column(name), "duplicate_name", "there are " + std::to_string(count) + " columns of this name",
                        "give every column a name of its own");
}

}  // namespace

std::vector<Field> read_fields(const ArrowSchema& schema, std::vector<Issue>& issues) {
    SchemaReader reader(issues);
    std::vector<Field> fields;
    const Place whole;
    if (!reader.check(schema, whole, 0)) return fields;
    if (std::string_view(schema.format) != "+s") {
        const std::optional<Format> format = parse_format(schema.format);
        reader.fail(whole, format ? "not_a_table" : "bad_format",
                    format ? "the values are of type " + format->words + "; a table is a struct of columns"
                           : "'" + readable(schema.format) + "' is no format of the Arrow C Data Interface",
                    "give a table or a record batch, not a single column");
        return fields;
    }
    if (schema.dictionary != nullptr) {
        reader.fail(whole, "unexpected_dictionary", "the table has a dictionary; only columns have", "");
        return fields;
    }
    for (std::size_t i = 0; i < static_cast<std::size_t>(schema.n_children); ++i) {
        const ArrowSchema* const child = schema.children[i];
        if (child == nullptr) {
            reader.fail(Place::column(i), "missing_child", "the column is missing from the schema", "");
            continue;
        }
        if (child->release == nullptr) {
            reader.check(*child, Place::column(i), 1);
            continue;
        }
        const std::optional<Place> place = read_name(child->name, i, reader);
        TypeNode node;
        if (place && reader.read_node(*child, *place, 1, node)) fields.push_back(make_field(std::move(node)));
    }
    check_names(fields, reader);
    return fields;
}

}  // namespace schoolimp::inline v0
