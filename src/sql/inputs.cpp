// How cells are read from the table.
#include <algorithm>

#include "expression/cell_name.hpp"
#include "schoolimp/framework/words.hpp"
#include "sql/numbers.hpp"

namespace schoolimp::inline v0::sql {

namespace {

/// Doubles tell decimals of this many digits apart with room to spare, so a scaled number of as many is read exactly from one.
constexpr int kDigitsRead = 15;
/// Digits of the decimal a number is read through: enough for the scaled number with its places, and few enough for its product with the scale in SQL Server.
constexpr int kDigitsBetween = 26;

struct Bounds {
    std::optional<Decimal> minimum, maximum;
};

/// Through a decimal, so that a column of doubles and one of decimals give the same; SQLite keeps the double and rounds it in the end.
Reading read_number(const Writer& writer, const std::string& column, const Bounds& bounds) {
    const int places = writer.options().places;
    const Decimal limit(static_cast<std::int64_t>(power_of_ten(kDigitsRead - places)));
    const Decimal low = bounds.minimum && *bounds.minimum > -limit ? *bounds.minimum : -limit, high = bounds.maximum && *bounds.maximum < limit ? *bounds.maximum : limit;
    const std::string range = "between " + to_string(low) + " and " + to_string(high);
    const std::string decimal = "cast(" + column + " as decimal(" + std::to_string(kDigitsBetween) + ", " + std::to_string(places) + "))";
    const std::string scaled = places == 0 ? decimal : decimal + " * " + whole(power_of_ten(places));
    const auto scaled_bound = [&](const Decimal& bound, bool upwards) {
        const Int128 wide = static_cast<Int128>(bound.coefficient()) * power_of_ten(places), power = power_of_ten(bound.places());
        return wide / power + (wide % power == 0 ? 0 : upwards ? 1 : -1);
    };
    Reading reading;
    reading.term.value = Case().when(column + " " + range, "cast(round(" + scaled + ", 0) as bigint)").end();
    reading.term.number = {places, scaled_bound(low, false), scaled_bound(high, true)};
    reading.unreadable = column + " not " + range;
    return reading;
}

/// Conditions are booleans, 1 and 0, or the words.
Reading read_condition(const std::string& column) {
    const std::string text = "cast(" + column + " as varchar(5))";
    Reading reading;
    reading.term.holds = text + " in ('1', 'true')";
    reading.term.fails = text + " in ('0', 'false')";
    reading.unreadable = text + " not in ('0', '1', 'false', 'true')";
    return reading;
}

Reading read_level(const Writer& writer, const std::string& column, int scale) {
    const Scale& levels = writer.document().scales[static_cast<std::size_t>(scale)];
    const ScaleInfo& ranks = writer.program().scales[static_cast<std::size_t>(scale)];
    Reading reading;
    Texts ids;
    for (std::size_t i = 0; i < levels.levels.size(); ++i) {
        ids.push_back(literal(levels.levels[i].id));
        reading.term.value += " when " + ids.back() + " then " + std::to_string(ranks.rank_of(static_cast<int>(i)));
    }
    reading.term.value = "case " + column + reading.term.value + " end";
    reading.unreadable = column + " not in (" + joined(ids, ", ") + ")";
    return reading;
}

/// Dates are dates or ISO texts; as texts of one length they compare as dates do.
Reading read_date(const std::string& column) {
    const std::string text = "cast(" + column + " as varchar(10))";
    Reading reading;
    reading.term.value = Case().when(text + " like '____-__-__'", text).end();
    reading.unreadable = text + " not like '____-__-__'";
    return reading;
}

/// The trust document has no empty texts: an empty one is none.
Reading read_property(const std::string& column) {
    Reading reading;
    reading.term.value = "nullif(" + column + ", '')";
    return reading;
}

Reading read_text(const std::string& column) {
    Reading reading;
    reading.term.value = column;
    return reading;
}

Reading read_indicator(const Writer& writer, const Indicator& indicator, const std::string& column) {
    switch (indicator.type) {
        case IndicatorType::kNumber: return read_number(writer, column, {indicator.minimum, indicator.maximum});
        case IndicatorType::kBoolean: return read_condition(column);
        case IndicatorType::kDate: return read_date(column);
        case IndicatorType::kText: return read_text(column);
        case IndicatorType::kLevel: break;
    }
    const std::vector<Scale>& scales = writer.document().scales;
    const auto scale = std::find_if(scales.begin(), scales.end(), [&](const Scale& each) { return each.id == indicator.scale; });
    return read_level(writer, column, static_cast<int>(scale - scales.begin()));
}

/// Whether a column beside the cell says that it is not applicable.
bool has_missing_column(const Writer& writer, const Input& input, const std::string& name) {
    const SqlOptions& options = writer.options();
    if (input.kind != InputKind::kIndicator && input.kind != InputKind::kObservedOn) return false;
    return options.all_missing_columns || std::find(options.missing_columns.begin(), options.missing_columns.end(), name) != options.missing_columns.end();
}

Reading with_missing_column(Reading reading, const std::string& column) {
    Operand& term = reading.term;
    const std::string absent = column + " = 'not_applicable'", text = value_of(term);
    term.value = "case when " + absent + " then null else " + text + " end";
    term.absent = absent;
    return reading;
}

}  // namespace

Reading write_input(Writer& writer, const Input& input) {
    const std::string name = cell_name(writer.document(), writer.program(), input), column = "t." + identifier(name);
    const auto indicator = [&]() -> const Indicator& { return writer.document().indicators[static_cast<std::size_t>(input.indicator)]; };
    const auto read = [&]() -> std::optional<Reading> {
        switch (input.kind) {
            case InputKind::kIndicator: return read_indicator(writer, indicator(), column);
            case InputKind::kObservedOn:
            case InputKind::kSchoolJoined: return read_date(column);
            case InputKind::kNational:
            case InputKind::kSchoolPupils: return read_number(writer, column, {});
            case InputKind::kSchoolPhase:
            case InputKind::kSchoolType: return read_property(column);
            default: return std::nullopt;
        }
    };
    std::optional<Reading> reading = read();
    if (!reading) {
        writer.refuse("'" + name + "', which looks at other schools,", "");
        return {};
    }
    if (has_missing_column(writer, input, name)) return with_missing_column(std::move(*reading), "t." + identifier(name + ":missing"));
    return *std::move(reading);
}

Operand write_constant(Writer& writer) {
    const Constant& constant = writer.program().constants[static_cast<std::size_t>(writer.node().payload)];
    if (const auto* number = std::get_if<Decimal>(&constant)) {
        if (Decimal(static_cast<std::int64_t>(kLimit)) < number->absolute()) writer.refuse("a number that is too great for 64 bits", "");
        return number_literal(*number);
    }
    Operand term;
    term.plain = true;
    if (const auto* boolean = std::get_if<bool>(&constant)) {
        term.value = *boolean ? "1" : "0";
        term.holds = *boolean ? "1 = 1" : "1 = 0";
        term.fails = *boolean ? "1 = 0" : "1 = 1";
        term.literal = true;
    }
    if (const auto* rank = std::get_if<int>(&constant)) term.value = std::to_string(*rank);
    if (const auto* date = std::get_if<Date>(&constant)) term.value = literal(to_string(*date));
    if (const auto* text = std::get_if<std::string>(&constant)) {
        term.value = literal(*text);
        if (text->find_first_of(std::string{'\0', kBreak}) != std::string::npos) writer.refuse("a text with a control character", "");
    }
    return term;
}

}  // namespace schoolimp::inline v0::sql
