"""Lines a type checker must refuse, each with what mypy and pyright call it. Never run."""

import datetime as dt

import schoolimp as si

framework = si.framework("pvat")
evidence = si.Evidence.from_csv("school,indicator,period,value\n")
day = dt.date(2026, 9, 1)

si.judge(framework, evidence, "100001")  # mypy: call-arg; pyright: reportCallIssue
si.judge(framework, evidence, "100001", day)  # mypy: call-arg; pyright: reportCallIssue
si.judge(framework, evidence, 100001, valid=day)  # mypy: arg-type; pyright: reportArgumentType
si.judge(framework, evidence, "100001", valid="2026-09-01")  # mypy: arg-type; pyright: reportArgumentType
si.judge("pvat", evidence, "100001", valid=day)  # mypy: arg-type; pyright: reportArgumentType
judgement = si.judge(framework, evidence, "100001", valid=day)
judgement.suggested().upper()  # mypy: union-attr; pyright: reportOptionalMemberAccess
judgement.school = "100002"  # mypy: misc; pyright: reportAttributeAccessIssue
judgement.answer().suggested = "tier_1"  # mypy: misc; pyright: reportAttributeAccessIssue
judgement.verdict()  # mypy: attr-defined; pyright: reportAttributeAccessIssue
framework.level("tier.tier_1") < "tier_2"  # mypy: operator; pyright: reportOperatorIssue, reportUnusedExpression
framework.find_level("tier.tier_1")["title"]  # mypy: index; pyright: reportOptionalSubscript
si.Benchmark("absence.overall", "2018/19", 5.2)  # mypy: arg-type; pyright: reportArgumentType
si.PinnedDate("event", "2026-09-01")  # mypy: arg-type; pyright: reportArgumentType
si.record_progress(framework, {})  # mypy: arg-type; pyright: reportArgumentType
si.judge_table(framework, {}, valid=day, constants={"national(absence.overall)": 5.2})  # mypy: dict-item; pyright: reportArgumentType
judged = si.judge_table(framework, {}, valid=day)
len(judged.suggested(row=0))  # mypy: arg-type; pyright: reportArgumentType
for row in judged:  # mypy: misc; pyright: reportGeneralTypeIssues
    print(row)
si.write_icalendar(judgement)  # mypy: arg-type; pyright: reportArgumentType
