"""Judge the real schools of four trusts from published data and print one table.

usage: judge_published_trusts.py DATA_FOLDER

DATA_FOLDER holds the joined primary panel, the absence file, the inspection history, a regional Ofsted file and the list of the trusts' schools (the files' names are
below). Each school is judged under its own trust's framework, primaries also under the four-phase primary one, as of 31 January 2020: results to 2018,
progress to 2019, absence of 2018/19, inspections to that day; report cards had not begun. Every question of a framework has a row of its own. A school that became an academy has a new number: the history of its earlier records is followed.
Reviews by the trusts are not published, so they are missing and stay missing.
"""

from __future__ import annotations

import csv
import datetime as dt
import sys
from collections.abc import Iterator
from pathlib import Path

import schoolimp as si
from schoolimp import dfe

VALID = dt.date(2020, 1, 31)
PHASES = {"Primary": "primary", "Secondary": "secondary", "Middle deemed secondary": "middle"}


def schools_of_trusts(folder: Path) -> list[dict[str, str]]:
    with open(folder / "seed_trust_schools_2022-07.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def published_evidence(folder: Path, urns: set[str]) -> dfe.ReadResult:
    """Everything published about these schools that the frameworks read."""
    parts = [
        dfe.read_panel_primary(folder / "panel_primary_2016-2020.csv"),
        dfe.read_absence(folder / "absence" / "england_abs_2018-19.csv", "2018/19"),
        dfe.read_ofsted_history(folder / "ofsted" / "ofsted_rating_history_2005-2020.csv"),
        dfe.read_ofsted_mi(folder / "ofsted" / "ofsted_mi_2023-08-31_west_midlands.csv"),  # For the schools' ages: its grades are of a later day and not read.
    ]
    return dfe.combine(*(part.of(*urns) for part in parts))


def trust_of(rows: list[dict[str, str]]) -> si.Trust:
    schools = [
        {"id": row["urn"], "name": row["school"], "phase": PHASES[row["phase"]], "local_authority": row["local_authority"], "joined": row["joined"]} for row in rows
    ]
    return si.Trust.from_dict({"schema": "schoolimp/trust/1", "id": rows[0]["model"], "name": rows[0]["trust_name"], "schools": schools})


def judged(folder: Path) -> Iterator[tuple[dict[str, str], si.Framework, si.Judgement]]:
    """Each school with a framework and its judgement."""
    rows = schools_of_trusts(folder)
    links = dfe.read_urn_links(folder / "gias" / "gias_urn_lookup_2022-07.csv")
    earlier = {row["urn"]: links.predecessors(row["urn"]) for row in rows}
    found = published_evidence(folder, {urn for school, before in earlier.items() for urn in (school, *before)})
    described = {school["id"]: school for school in found.schools}
    schools = [described.get(row["urn"], {"id": row["urn"], "phase": PHASES[row["phase"]]}) for row in rows]
    evidence = si.Evidence.from_observations(dfe.mark_not_applicable(schools, found.observations, as_at=VALID))
    for school, before in earlier.items():
        for predecessor in before:
            evidence = evidence.with_predecessor(school, predecessor)
    for model in sorted({row["model"] for row in rows}):
        own = [row for row in rows if row["model"] == model]
        for name in (model, "primary4"):
            framework = si.framework(name)
            for row in own:
                if name == "primary4" and row["phase"] != "Primary":
                    continue
                yield row, framework, si.judge(framework, evidence, row["urn"], trust=trust_of(own), valid=VALID)


def main(arguments: list[str]) -> int:
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    print("| school | URN | framework | question | suggested | possible | known | missing |")
    print("|---|---|---|---|---|---|---|---|")
    for row, framework, judgement in judged(Path(arguments[1])):
        for answer in judgement.answers:
            print(f"| {row['school']} | {row['urn']} | {framework.id} | {answer.judgement} | {answer.suggested or '-'} | {', '.join(answer.possible) or 'does not apply'} "
                  f"| {judgement.known} | {judgement.missing} |")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
