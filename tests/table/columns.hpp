// Rows as tables: columns of many types, in chunks that are slices.
#pragma once

#include <optional>
#include <random>
#include <string>
#include <vector>

#include "arrow/cells.hpp"
#include "arrow/hand_made.hpp"
#include "schoolimp/arrow/table.hpp"
#include "table/rows.hpp"

namespace schoolimp::test {

/// How a column stores its values.
enum class Storage { kFloat64, kFloat32, kDecimal, kInt64, kText, kLargeText, kTextView, kDictionary, kBoolean, kDate, kNulls };

/// The values as a column. Those that are missing are null; dates and booleans have one storage only.
arrow_tests::Node column_of(const std::string& name, const std::vector<ObservedValue>& values, Storage storage);
/// Whether the storage holds these numbers as they are.
bool holds(Storage storage, const std::vector<ObservedValue>& values);
/// One that fits the type and the values.
Storage any_storage(ValueType type, const std::vector<ObservedValue>& values, std::mt19937& random);

/// All rows as columns of random types, with a column of reasons beside each indicator and the schools' ids ("s0", "s1" ...) in "urn". Absent cells have no column.
std::vector<arrow_tests::Node> columns_of(const std::vector<Cell>& cells, const std::vector<Row>& rows, std::mt19937& random);

/// The columns' rows in chunks of these sizes, again and again; without any, one chunk that is no slice.
Table table_of(const std::vector<arrow_tests::Node>& columns, const std::vector<std::int64_t>& sizes = {});

/// A column of one of the usual kinds; a missing value is null.
arrow_tests::Node doubles(const std::string& name, const std::vector<std::optional<double>>& values);
arrow_tests::Node words(const std::string& name, const std::vector<std::optional<std::string>>& values);

}  // namespace schoolimp::test
