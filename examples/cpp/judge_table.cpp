// Judging many schools at once: figures in columns of plain memory, one answer for each row, reasons for those asked for. The figures are invented.
//
//     judge_many

#include <cmath>
#include <cstdint>
#include <cstdio>
#include <string>
#include <vector>

#include "schoolimp/schoolimp.hpp"

using namespace schoolimp;

int main() {
    const Framework framework = builtin_framework("pvat").value();
    const std::vector<std::int64_t> urns = {900001, 900002, 900003};
    const std::vector<double> attainment = {70, 48, NAN};  // What is NaN is missing.
    const std::vector<double> absence = {4.1, 6.9, 5.2};
    const std::vector<std::string> inspections = {"good", "requires_improvement", "RI"};

    TableBuilder builder(static_cast<std::int64_t>(urns.size()));  // Numbers are read where they lie.
    builder.add_numbers("urn", urns.data());
    builder.add_numbers("ks2.rwm_expected", attainment.data());
    builder.add_numbers("absence.overall", absence.data());
    builder.add_texts("ofsted.overall", inspections);

    TableOptions options;
    options.as_of.valid = options.as_of.known = *parse_date("2026-09-01");
    options.constants["school.phase"] = "primary";
    options.constants["national(ks2.rwm_expected)"] = Decimal(62);
    options.constants["national(absence.overall)"] = *Decimal::parse("5.2");
    options.key = "urn";
    const Result<TableJudgement> judged = judge_table(framework, builder.build().value(), options);
    if (!judged.ok()) {
        std::fprintf(stderr, "%s\n", judged.status().message().c_str());
        return 1;
    }

    const Scale& scale = *framework.find_scale(framework.document().judgements[0].scale);
    for (std::size_t row = 0; row < urns.size(); ++row) {
        const int suggested = judged->suggested(0)[row];
        std::printf("%lld: %s; possible:", static_cast<long long>(urns[row]), suggested < 0 ? "not settled" : scale.levels[static_cast<std::size_t>(suggested)].id.c_str());
        for (std::size_t level = 0; level < scale.levels.size(); ++level)
            if (((judged->possible(0)[row] >> level) & 1) != 0) std::printf(" %s", scale.levels[level].id.c_str());
        std::printf("\n");
    }
    for (const Issue& issue : judged->failures()) std::printf("%s\n", to_string(issue).c_str());
    const Judgement second = judged->explain(1).value();
    for (const std::string& reason : second.answers[0].reasons) std::printf("%s\n", reason.c_str());
}
