#include "table/expression_maker.hpp"

namespace schoolimp::test {

namespace {

const std::vector<std::string> kComparators = {"==", "!=", "<", "<=", ">", ">="};
const std::vector<std::string> kTexts = {"'infant'", "'junior'", "'it\\'s'", "'of \"some\" kind'"};
const std::vector<std::string> kDates = {"date('2014-09-01')", "date('2016-03-01')", "date('2018-09-01')", "date('2019-05-07')"};

}  // namespace

const std::vector<std::string>& ExpressionMaker::numbers() {
    static const std::vector<std::string> kNumbers = {"0",  "0.5", "1",    "2",        "2.5", "3",          "3.1",       "4.75", "5", "5.05",
                                                      "6",  "7",   "10.1", "0.333333", "12",  "0.12345678", "100000000", "1.0000001"};
    return kNumbers;
}

std::string ExpressionMaker::scale_id(Kind scale) { return scale == Kind::kGrade ? "grade" : scale == Kind::kRag ? "rag" : "sort"; }

const std::vector<std::string>& ExpressionMaker::levels(Kind scale) {
    static const std::vector<std::string> kGrades = {"a", "b", "c", "d"}, kColours = {"red", "amber", "green"}, kSorts = {"x1", "x2", "x3"};
    return scale == Kind::kGrade ? kGrades : scale == Kind::kRag ? kColours : kSorts;
}

std::string ExpressionMaker::of(Kind kind, const Scope& scope) {
    switch (kind) {
        case Kind::kNumber: return number(scope);
        case Kind::kBoolean: return condition(scope);
        case Kind::kText: return text(scope);
        case Kind::kDate: return date(scope);
        default: return level(kind, scope);
    }
}

std::string ExpressionMaker::list_of(int least, int most, const std::function<std::string()>& make, const char* between) {
    std::string list = make();
    for (int i = pick(least, most); i > 1; --i) list += between + make();
    return list;
}

/// A measure or criterion; only where nothing shifts or groups it further than it may go.
std::string ExpressionMaker::named(Kind kind, const Scope& scope) {
    std::vector<std::string> fitting;
    for (const Definition& definition : defined_)
        if (definition.kind == kind && scope.back == 3 && !scope.grouped) fitting.push_back(definition.id);
    return fitting.empty() ? std::string() : choose(fitting);
}

std::string ExpressionMaker::over_periods(const char* function, Kind kind, const Scope& scope) {
    const int n = pick(1, std::min(3, scope.back + 1));
    return std::string(function) + "(" + std::to_string(n) + ", " + of(kind, scope.inner(n - 1)) + ")";
}

std::string ExpressionMaker::over_members(const char* function, const Scope& scope) {
    return std::string(function) + "(subject, (" + condition(scope.inner(0, true)) + ") && p1 " + choose(kComparators) + " " + literal() + ")";
}

std::string ExpressionMaker::chosen(Kind kind, const Scope& scope) {
    const Scope inner = scope.inner();
    Ways ways = {[&] { return "(" + condition(inner) + " ? " + of(kind, inner) + " : " + of(kind, inner) + ")"; },
                 [&] { return "or_else(" + of(kind, inner) + ", " + of(kind, inner) + ")"; }};
    if (scope.back > 0 && !scope.grouped) ways.emplace_back([&] { return "prior(" + of(kind, scope.inner(1)) + ")"; });
    return choose(ways)();
}

std::string ExpressionMaker::plain_number(const Scope& scope) {
    if (scope.grouped && chance(60)) return choose<std::string>({"p1", "p2"});
    switch (pick(0, 6)) {
        case 0: return literal();
        case 1: return choose<std::string>({"p1", "p2", "p1['maths']", "p2['reading']"});
        case 2: return chance(70) ? "school.pupils" : "national(n1)";
        default: return choose<std::string>({"n1", "n2", "n3", "n4"});
    }
}

std::string ExpressionMaker::number(const Scope& scope) {
    if (scope.depth <= 0) return plain_number(scope);
    const Scope inner = scope.inner();
    Ways ways = {
        [&] { return plain_number(scope); },
        [&] { return named(Kind::kNumber, scope); },
        [&] { return "(" + number(inner) + choose<std::string>({" + ", " - "}) + number(inner) + ")"; },
        [&] { return "(" + number(inner) + choose<std::string>({" + ", " - "}) + number(inner) + ")"; },
        [&] { return "(" + number(inner) + " * " + literal() + ")"; },
        [&] { return "(" + plain_number(inner) + choose<std::string>({" * ", " / "}) + plain_number(inner) + ")"; },
        [&] { return "abs(" + number(inner) + ")"; },
        [&] { return "-" + plain_number(inner); },
        [&] { return "round(" + number(inner) + ", " + std::to_string(pick(0, 3)) + ")"; },
        [&] { return choose<std::string>({"min(", "max("}) + list_of(2, 3, [&] { return number(inner); }) + ")"; },
        [&] { return "count(" + list_of(1, 3, [&] { return condition(inner); }) + ")"; },
        [&] { return chosen(Kind::kNumber, scope); },
    };
    if (scope.back > 0 && !scope.grouped) {
        ways.emplace_back([&] { return over_periods("mean", Kind::kNumber, scope); });
        ways.emplace_back([&] { return over_periods("years", Kind::kBoolean, scope); });
        ways.emplace_back([&] { return "change(" + number(scope.inner(1)) + ")"; });
    }
    const std::string made = choose(ways)();
    return made.empty() ? plain_number(scope) : made;
}

std::string ExpressionMaker::level(Kind scale, const Scope& scope) {
    const std::string own = scale == Kind::kGrade ? choose<std::string>({"l1", "l2"}) : scale == Kind::kRag ? "l3" : "l4";
    if (scope.depth <= 0) return chance(60) ? own : level_of(scale);
    const Scope inner = scope.inner();
    Ways ways = {[&] { return own; }, [&] { return level_of(scale); }, [&] { return named(scale, scope); }, [&] { return chosen(scale, scope); }};
    if (scale != Kind::kSort) ways.emplace_back([&] { return choose<std::string>({"min(", "max("}) + list_of(2, 3, [&] { return level(scale, inner); }) + ")"; });
    if (scale == Kind::kRag) ways.emplace_back([&] { return "map_level(to_rag, " + level(Kind::kGrade, inner) + ")"; });
    const std::string made = choose(ways)();
    return made.empty() ? own : made;
}

std::string ExpressionMaker::text(const Scope& scope) { return scope.depth <= 0 || chance(70) ? choose<std::string>({"t1", "t1", "school.type"}) : chosen(Kind::kText, scope); }

std::string ExpressionMaker::date(const Scope& scope) {
    if (scope.depth > 0 && chance(40)) {
        const Scope inner = scope.inner();
        return chance(50) ? chosen(Kind::kDate, scope) : choose<std::string>({"min(", "max("}) + date(inner) + ", " + date(inner) + ")";
    }
    return choose<std::string>({"d1", "school.joined", choose(kDates), "observed_on(n1)", "observed_on(l1)", "observed_on(b1)", "observed_on(d1)"});
}

std::string ExpressionMaker::comparison(const Scope& scope) {
    const Scope inner = scope.inner();
    const std::string compare = " " + choose(kComparators) + " ", same = choose<std::string>({" == ", " != "});
    const Kind ordered = choose<Kind>({Kind::kGrade, Kind::kRag});
    const Ways ways = {
        [&] { return number(inner) + compare + literal(); },
        [&] { return number(inner) + compare + literal(); },
        [&] { return number(inner) + compare + number(inner); },
        [&] { return plain_number(inner) + " in [" + list_of(2, 3, [&] { return literal(); }) + "]"; },
        [&] { return level(ordered, inner) + compare + level(ordered, inner); },
        [&] { return level(Kind::kSort, inner) + same + level(Kind::kSort, inner); },
        [&] { return level(Kind::kGrade, inner) + " in [grade.a, grade.c]"; },
        [&] { return date(inner) + compare + date(inner); },
        [&] { return text(inner) + same + (chance(80) ? choose(kTexts) : text(inner)); },
        [&] { return text(inner) + " in [" + choose(kTexts) + ", " + choose(kTexts) + "]"; },
        [&] { return "school.phase == " + choose<std::string>({"'primary'", "'secondary'", "'special'"}); },
    };
    return choose(ways)();
}

std::string ExpressionMaker::condition(const Scope& scope) {
    if (scope.depth <= 0) return chance(50) ? choose<std::string>({"b1", "b2"}) : plain_number(scope) + " " + choose(kComparators) + " " + literal();
    const Scope inner = scope.inner();
    Ways ways = {
        [&] { return comparison(scope); },
        [&] { return comparison(scope); },
        [&] { return named(Kind::kBoolean, scope); },
        [&] { return "(" + list_of(2, 3, [&] { return condition(inner); }, " && ") + ")"; },
        [&] { return "(" + list_of(2, 3, [&] { return condition(inner); }, " || ") + ")"; },
        [&] { return "!(" + condition(inner) + ")"; },
        [&] { return choose<std::string>({"at_least(2, ", "at_most(1, ", "exactly(2, ", "exactly(0, "}) + condition(inner) + ", " + list_of(1, 3, [&] { return condition(inner); }) + ")"; },
        [&] { return choose<std::string>({"known(", "applicable("}) + of(choose<Kind>({Kind::kNumber, Kind::kBoolean, Kind::kGrade, Kind::kDate}), inner) + ")"; },
        [&] { return "(" + condition(inner) + ")" + choose<std::string>({" == ", " != "}) + "(" + condition(inner) + ")"; },
        [&] { return chosen(Kind::kBoolean, scope); },
    };
    if (scope.back > 0 && !scope.grouped) ways.emplace_back([&] { return over_periods("every", Kind::kBoolean, scope); });
    if (!scope.grouped) {
        ways.emplace_back([&] { return over_members(chance(50) ? "any" : "all", scope); });
        ways.emplace_back([&] { return over_members("share", scope) + " " + choose(kComparators) + " " + choose<std::string>({"33", "50", "66.666666666667", "100"}); });
    }
    const std::string made = choose(ways)();
    return made.empty() ? comparison(scope) : made;
}

}  // namespace schoolimp::test
