"""A run over real published files: a real trust, national tables, and coming back without news."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import pytest
import samples

from schoolimp.folder import run_folder

pytest.importorskip("pandas")

FILES = ("panel_primary_2016-2020.csv", "absence/england_abs_2018-19.csv", "ofsted/ofsted_rating_history_2005-2020.csv")


@pytest.fixture
def real_trust(data: Path, tmp_path: Path) -> Path:
    """The schools of one published model, with the files the public can have of them."""
    with (data / "seed_trust_schools_2022-07.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["model"] == "pact"]
    schools = [{"id": row["urn"], "name": row["school"], "phase": row["phase"].lower(), "joined": row["joined"]} for row in rows]
    trust = {"schema": "schoolimp/trust/1", "id": "pact", "name": rows[0]["trust_name"], "uid": rows[0]["trust_uid"], "schools": schools}
    settings = {"framework": "pact", "valid": "2026-09-07", "calendar": {"from": "2026-09-01"}}
    (tmp_path / "published").mkdir()
    for name in FILES:
        shutil.copy(data / name, tmp_path / "published")
    (tmp_path / "trust.json").write_text(json.dumps(trust), encoding="utf-8")
    (tmp_path / "schoolimp.json").write_text(json.dumps(settings), encoding="utf-8")
    (tmp_path / "school-years").mkdir()
    (tmp_path / "school-years" / "2026-27.json").write_text(samples.school_year().to_json(), encoding="utf-8")
    return tmp_path


def test_a_real_trust(real_trust: Path) -> None:
    done = run_folder(real_trust)
    schools = [school.id for school in done.inputs.trust.schools]
    assert set(done.inputs.evidence.schools) <= set(schools)  # Nothing of the rest of the country.
    assert [judgement.school for judgement in done.results.judgements] == schools
    assert all(judgement.known > 0 for judgement in done.results.judgements)
    assert run_folder(real_trust).nothing_changed
