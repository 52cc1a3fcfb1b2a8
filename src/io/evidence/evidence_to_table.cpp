// Evidence as a table of columns: what the comma-separated table has, with types.
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "io/evidence/evidence_rows.hpp"
#include "schoolimp/core/date.hpp"
#include "schoolimp/io/evidence_table.hpp"

namespace schoolimp::inline v0 {

namespace {

/// A column of the rows, with a bit for each field that is not empty. The table made of it holds it.
template <typename T>
struct Values {
    std::vector<T> values;
    std::vector<std::uint8_t> validity;

    template <typename Read>
    Values(const std::vector<CsvRow>& rows, std::size_t place, Read read) : values(rows.size() - 1), validity((rows.size() + 6) / 8) {
        for (std::size_t i = 0; i < values.size(); ++i) {
            const std::string& text = rows[i + 1][place];
            if (text.empty()) continue;
            values[i] = read(text);
            validity[i / 8] = static_cast<std::uint8_t>(validity[i / 8] | (1u << (i % 8)));
        }
    }
};

template <typename T, typename Read>
std::shared_ptr<const Values<T>> read_column(const std::vector<CsvRow>& rows, std::size_t place, Read read) {
    return std::make_shared<const Values<T>>(rows, place, read);
}

template <typename T>
ColumnLayout layout_of(const std::shared_ptr<const Values<T>>& column) {
    return {0, false, column->validity.data(), column};
}

void add_column(TableBuilder& builder, const std::vector<CsvRow>& rows, std::size_t place) {
    const std::string& name = rows.front()[place];
    if (name == "observed_on" || name == "recorded_at") {
        const auto days = read_column<std::int32_t>(rows, place, [](const std::string& text) { return days_since_epoch(*parse_date(text)); });
        builder.add_dates(name, days->values.data(), layout_of(days));
    } else if (name == "cohort") {
        const auto pupils = read_column<std::int64_t>(rows, place, [](const std::string& text) { return std::int64_t{std::stoi(text)}; });
        builder.add_numbers(name, pupils->values.data(), layout_of(pupils));
    } else {
        const auto texts = read_column<std::string>(rows, place, [](const std::string& text) { return text; });
        builder.add_texts(name, texts->values, layout_of(texts));
    }
}

}  // namespace

Result<Table> write_evidence_table(const Evidence& evidence) {
    const Result<std::vector<CsvRow>> rows = write_evidence_rows(evidence);
    if (!rows.ok()) return rows.status();
    TableBuilder builder(static_cast<std::int64_t>(rows->size()) - 1);
    for (std::size_t place = 0; place < rows->front().size(); ++place) add_column(builder, *rows, place);
    return builder.build();
}

}  // namespace schoolimp::inline v0
