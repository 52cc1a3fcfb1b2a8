#include "table_sample.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <utility>

#include "expression/cell_name.hpp"
#include "expression/program.hpp"
#include "sample.hpp"

namespace schoolimp_bench {

using namespace schoolimp;

namespace {

constexpr const char* kStatement = R"("refs": ["EX-001"], "basis": "stated")";

/// The thresholds of benchmarks/side_by_side/rules.py: three quarters of evenly spread percentages meet them on average.
int threshold(int criterion) { return 15 + criterion * 7 % 21; }

std::string joined(const std::vector<std::string>& parts, const char* between = ", ") {
    std::string text;
    for (const std::string& part : parts) text += (text.empty() ? "" : between) + part;
    return text;
}

std::string rule(const std::string& id, const std::string& when, const std::string& level) {
    return R"({"id": ")" + id + R"(", "when": ")" + when + R"(", "then": "category.)" + level + "\", " + kStatement + "}";
}

/// Numbers from `least` to `most` in tenths, NaN in one of twenty, the same for the same seed.
std::vector<double> tenths(std::int64_t rows, double least, double most, std::uint32_t seed) {
    std::mt19937 random(seed);
    std::uniform_int_distribution<int> tenth(static_cast<int>(std::ceil(least * 10)), static_cast<int>(std::floor(most * 10))), gap(1, 20);
    std::vector<double> numbers(static_cast<std::size_t>(rows));
    for (double& number : numbers) number = gap(random) == 1 ? std::numeric_limits<double>::quiet_NaN() : tenth(random) / 10.0;
    return numbers;
}

void add_column(TableBuilder& builder, std::string name, std::vector<double> numbers) {
    auto kept = std::make_shared<const std::vector<double>>(std::move(numbers));
    ColumnLayout layout;
    layout.keep_alive = kept;
    builder.add_numbers(std::move(name), kept->data(), layout);
}

}  // namespace

Framework counting_framework(int criteria) {
    std::vector<std::string> ids, missed, indicators, tests, levels;
    for (int i = 0; i < criteria; ++i) {
        const std::string number = std::to_string(i);
        ids.push_back("c" + number);
        missed.push_back("!c" + number);
        indicators.push_back(R"({"id": "x)" + number + R"(", "title": "Share )" + number + R"(", "type": "number", "minimum": 0, "maximum": 100, "period": "point", )" + kStatement + "}");
        tests.push_back(R"({"id": "c)" + number + R"(", "title": "Criterion )" + number + R"(", "test": "x)" + number + " >= " + std::to_string(threshold(i)) + "\", " + kStatement + "}");
    }
    for (const char* level : {"first", "second", "third", "fourth"})
        levels.push_back(std::string(R"({"id": ")") + level + R"(", "title": ")" + level + "\", " + kStatement + "}");
    constexpr int kMostCounted = 20;  // By at_least() and at_most().
    const std::string most = "at_most(" + std::to_string(criteria - (4 * criteria + 4) / 5) + ", " + joined(missed) + ")" + (criteria > 1 ? " && c0 && c1" : " && c0");
    const std::string half = "at_least(" + std::to_string(std::min((criteria + 1) / 2, kMostCounted)) + ", " + joined(ids) + ")";
    const std::string rules = joined({rule("rule_first", joined(ids, " && "), "first"), rule("rule_second", most, "second"), rule("rule_third", half, "third")});
    const std::string document = R"({"schema": "schoolimp/framework/1", "id": "counting", "edition": "2026", "title": "Counting", "scales": [{"id": "category", "title": "Category", "order": "best_first", "levels": [)" +
                                 joined(levels) + "], " + kStatement + R"(}], "indicators": [)" + joined(indicators) + R"(], "criteria": [)" + joined(tests) +
                                 R"(], "measures": [{"id": "by_count", "title": "Category", "kind": "decision_table", "hit_policy": "FIRST", "scale": "category", "rules": [)" + rules +
                                 R"(], "otherwise": "category.fourth", )" + kStatement + R"(}], "judgements": [{"id": "category_of_school", "title": "Category", "scale": "category", "measure": "by_count", )" + kStatement + "}]}";
    return value_or_abort(parse_framework(document));
}

Table counting_table(int criteria, std::int64_t rows) {
    TableBuilder builder(rows);
    for (int i = 0; i < criteria; ++i) add_column(builder, "x" + std::to_string(i), tenths(rows, 0, 100, static_cast<std::uint32_t>(i) + 1));
    return value_or_abort(builder.build());
}

Table table_of_numbers(const Framework& framework, std::int64_t rows) {
    const FrameworkDocument& document = framework.document();
    TableBuilder builder(rows);
    std::uint32_t seed = 0;
    for (const Input& input : framework.program().inputs) {
        if (input.kind != InputKind::kIndicator) continue;
        const Indicator& indicator = document.indicators[static_cast<std::size_t>(input.indicator)];
        if (indicator.type != IndicatorType::kNumber) continue;
        const double least = indicator.minimum ? indicator.minimum->to_double() : 0, most = indicator.maximum ? indicator.maximum->to_double() : 100;
        add_column(builder, cell_name(document, framework.program(), input), tenths(rows, least, most, ++seed));
    }
    return value_or_abort(builder.build());
}

TableOptions table_options(int threads) {
    TableOptions options;
    options.as_of = sample_options().as_of;
    options.threads = threads;
    return options;
}

}  // namespace schoolimp_bench
