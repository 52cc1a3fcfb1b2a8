// Thousands of tables with fields and bytes changed at random: each is taken and can be read to its end, or refused with an issue; a sanitizer sees to
// the bounds. The interface does not tell how long buffers are, so lengths stay within them, or are ones no table can have.
#include <gtest/gtest.h>

#include <random>

#include "arrow/cells.hpp"

namespace schoolimp::arrow_tests {
namespace {

constexpr std::int64_t kRows = 24;

using Random = std::mt19937_64;

std::int64_t pick(Random& random, std::int64_t least, std::int64_t most) {
    return least + static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(most - least + 1));
}

template <typename T>
std::vector<T> some(Random& random, std::int64_t least, std::int64_t most, std::int64_t count = kRows) {
    std::vector<T> values;
    for (std::int64_t i = 0; i < count; ++i) values.push_back(static_cast<T>(pick(random, least, most)));
    return values;
}

std::string some_bits(Random& random) {
    std::string bits;
    for (std::int64_t i = 0; i < kRows; ++i) bits += random() % 4 == 0 ? '0' : '1';
    return bits;
}

std::vector<std::string> some_texts(Random& random, std::int64_t count = kRows) {
    std::vector<std::string> values;
    for (std::int64_t i = 0; i < count; ++i) values.emplace_back(static_cast<std::size_t>(random() % 20), static_cast<char>('a' + random() % 26));
    return values;
}

Node any_table(Random& random) {
    const auto bits = [&] { return random() % 2 == 0 ? std::string() : some_bits(random); };
    std::vector<Node> columns = {
        numbers("g", "float64", some<double>(random, -5, 5), bits()),
        numbers("C", "uint8", some<std::uint8_t>(random, 0, 255), bits()),
        booleans("boolean", some_bits(random), bits()),
        texts("utf8", some_texts(random), bits()),
        large_texts("large_utf8", some_texts(random), bits()),
        text_views("utf8_view", some_texts(random), bits()),
        with_dictionary(numbers("c", "words", some<std::int8_t>(random, 0, 4), bits()), texts("", some_texts(random, 5))),
        with_dictionary(numbers("I", "views", some<std::uint32_t>(random, 0, 4), bits()), text_views("", some_texts(random, 5))),
        nulls("null", kRows),
        Node{"+l",
             "list",
             kRows,
             0,
             0,
             {std::nullopt, bytes_of(std::vector<std::int32_t>(kRows + 1, 0))},
             {numbers("i", "item", some<std::int32_t>(random, 0, 9))},
             {}},
    };
    for (Node& column : columns) {
        column.offset = pick(random, 0, 8);
        column.length -= column.offset;
        if (column.format == "n") column.null_count = column.length;
    }
    Node table = table_of(std::move(columns), 16);
    table.offset = pick(random, 0, 8);
    table.length = 16 - table.offset;
    if (random() % 3 == 0) {
        table.buffers[0] = bitmap(some_bits(random));
        table.null_count = -1;
    }
    return table;
}

std::int64_t impossible(Random& random) {
    const std::int64_t values[] = {-1, -2, -1000, INT64_MIN, INT64_MAX, INT64_MAX - 24, INT64_MAX / 16, INT64_MIN + 24};
    return values[random() % std::size(values)];
}

/// An array with its schema, and what they were like when they were sound.
struct Part {
    ArrowArray* array;
    ArrowSchema* schema;
    std::string format;
    std::int64_t room;  ///< How many elements its buffers hold.
    std::int64_t buffers;
    std::int64_t children;
    bool has_dictionary;
};

/// A length and offset within the buffers, or ones no array can have.
void change_extent(Random& random, const Part& part) {
    if (random() % 3 == 0) {
        (random() % 2 == 0 ? part.array->length : part.array->offset) = impossible(random);
        return;
    }
    part.array->offset = pick(random, 0, part.room);
    part.array->length = pick(random, 0, part.room - part.array->offset);
}

/// The last buffer of views holds as many sizes as there are buffers between: with a count in between, another buffer would be read as sizes.
void change_buffer_count(Random& random, const Part& part) {
    const std::int64_t usual = part.format == "vu" ? 3 : part.buffers;
    switch (random() % 3) {
        case 0: part.array->n_buffers = impossible(random); break;
        case 1: part.array->n_buffers = pick(random, 0, usual); break;
        default: part.array->n_buffers = part.buffers + pick(random, 1, static_cast<std::int64_t>(kSpare)); break;
    }
}

std::int64_t width_of_format(const std::string& format) {
    if (format == "c" || format == "C") return 1;
    if (format == "i" || format == "I" || format == "u") return 4;
    return format == "vu" ? 16 : 8;
}

/// Overwrites a byte of the values; text offsets stay below the end of the text.
void change_byte(Random& random, const Part& part) {
    if (part.array->buffers == nullptr || part.buffers < 2 || part.array->buffers[1] == nullptr || part.format == "+l") return;
    auto* const bytes = static_cast<std::uint8_t*>(const_cast<void*>(part.array->buffers[1]));
    const std::int64_t width = width_of_format(part.format);
    const std::int64_t place = part.format == "b" ? pick(random, 0, (part.room - 1) / 8) : pick(random, 0, part.room * width - 1);
    if (part.format != "u" && part.format != "U") {
        bytes[place] = static_cast<std::uint8_t>(random());
        return;
    }
    // The first bytes of an offset are the small ones: only make it smaller, or negative by its last byte.
    const std::int64_t row = place / width * width;
    if (random() % 2 == 0)
        bytes[row] = static_cast<std::uint8_t>(random() % (std::uint64_t{bytes[row]} + 1));
    else
        bytes[row + width - 1] = 0x80;
}

/// Nothing where there is a dictionary; where there is none, that of one other part, always the same, in the array, the schema or both.
void change_dictionary(Random& random, const std::vector<Part>& parts, std::size_t which) {
    const Part& part = parts[which];
    const Part& other = parts[(which * 7 + 3) % parts.size()];
    const auto choice = random() % 3;
    if (choice != 0) part.array->dictionary = part.has_dictionary ? nullptr : other.array;
    if (choice != 1) part.schema->dictionary = part.has_dictionary ? nullptr : other.schema;
}

/// Another format, of values no wider than those there.
void change_format(Random& random, const Part& part) {
    const char* const any[] = {"", "n", "?", "+s", "+l", "tss", nullptr, "b", "c", "C"};
    part.schema->format = any[random() % (part.format == "b" ? std::size(any) - 2 : std::size(any))];
}

/// All parts of a table, the dictionaries and items too.
void collect(ArrowArray& array, ArrowSchema& schema, std::vector<Part>& parts) {
    parts.push_back(Part{&array, &schema, schema.format, array.offset + array.length, array.n_buffers, array.n_children, array.dictionary != nullptr});
    for (std::int64_t i = 0; i < array.n_children; ++i) collect(*array.children[i], *schema.children[i], parts);
    if (array.dictionary != nullptr) collect(*array.dictionary, *schema.dictionary, parts);
}

void change(Random& random, const std::vector<Part>& parts) {
    const std::size_t which = random() % parts.size();
    const Part& part = parts[which];
    ArrowArray& array = *part.array;
    ArrowSchema& schema = *part.schema;
    const auto one_of = [&](std::int64_t count) { return random() % static_cast<std::uint64_t>(count); };
    switch (random() % 15) {
        case 0:
        case 1: return change_extent(random, part);
        case 2: array.null_count = random() % 2 == 0 ? impossible(random) : pick(random, -2, kRows + 1); return;
        case 3: return change_buffer_count(random, part);
        case 4: array.n_children = random() % 4 == 0 ? impossible(random) : pick(random, 0, part.children + 2); return;
        case 5:
            if (array.buffers != nullptr && part.buffers > 0) array.buffers[one_of(part.buffers)] = nullptr;
            return;
        case 6:
            if (array.children != nullptr && part.children > 0) array.children[one_of(part.children)] = nullptr;
            return;
        case 7: array.buffers = nullptr; return;
        case 8: array.children = nullptr; return;
        case 9: schema.n_children = random() % 2 == 0 ? impossible(random) : pick(random, 0, part.children); return;
        case 10: return change_dictionary(random, parts, which);
        case 11: schema.name = random() % 2 == 0 ? nullptr : "\xFF"; return;
        case 12: return change_format(random, part);
        default: return change_byte(random, part);
    }
}

/// Reads everything there is to read.
std::size_t read_all(const Table& table) {
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < table.columns(); ++i)
        for (const std::string& text : cells_of(table, i)) bytes += text.size();
    for (const Chunk& chunk : data_of(table).chunks)
        for (const Column& column : chunk.columns)
            for (std::int64_t row = 0; row < chunk.rows; ++row) bytes += column.text(row).size();  // rows without a value too
    return bytes;
}

struct Outcome {
    int taken = 0;
    int refused = 0;
};

void run_one(std::uint64_t seed, int changes, Outcome& outcome) {
    Random random(seed);
    const Node node = any_table(random);
    Tally tally;
    ArrowSchema schema;
    ArrowArray array;
    tally.make_schema(node, schema);
    tally.make_array(node, array);
    std::vector<Part> parts;
    collect(array, schema, parts);
    for (int i = 0; i < changes; ++i) change(random, parts);
    {
        const Result<Table> table = Table::from_array(&schema, &array);
        ASSERT_TRUE(changes > 0 || table.ok()) << table.status().message();
        if (table.ok()) {
            ++outcome.taken;
            const std::size_t bytes = read_all(*table);
            ArrowArrayStream stream;
            table->to_stream(&stream);
            const Result<Table> again = Table::from_stream(&stream);
            ASSERT_TRUE(again.ok()) << again.status().message();
            ASSERT_EQ(read_all(*again), bytes);
        } else {
            ++outcome.refused;
            ASSERT_FALSE(table.status().issues().empty());
            for (const Issue& issue : table.status().issues()) ASSERT_FALSE(issue.code.empty() || issue.message.empty());
        }
    }
    ASSERT_TRUE(tally.all_released());
}

TEST(Mutations, NoneIsReadBeyondItsBounds) {
    constexpr std::uint64_t kRuns = 4000;
    for (int changes = 0; changes <= 3; ++changes) {
        Outcome outcome;
        for (std::uint64_t seed = 0; seed < kRuns; ++seed) {
            SCOPED_TRACE("seed " + std::to_string(seed) + ", changes " + std::to_string(changes));
            ASSERT_NO_FATAL_FAILURE(run_one(seed * 4 + static_cast<std::uint64_t>(changes), changes, outcome));
        }
        if (changes == 0) {
            EXPECT_EQ(outcome.taken, static_cast<int>(kRuns));
        } else {
            EXPECT_GT(outcome.taken, static_cast<int>(kRuns) / 20);
            EXPECT_GT(outcome.refused, static_cast<int>(kRuns) / 5);
        }
    }
}

}  // namespace
}  // namespace schoolimp::arrow_tests
