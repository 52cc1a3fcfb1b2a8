"""Foreign text in what people read: it marks nothing up, is no formula, and moves no cursor."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from pathlib import Path

import pytest

import schoolimp
from schoolimp.cli.main import main
from schoolimp.cli.terminal import text_table
from schoolimp.folder import run_folder
from schoolimp.folder.markdown import in_markdown, link
from schoolimp.folder.readable import readable
from schoolimp.folder.tables import JudgementRow, rows_csv

EXAMPLE = Path(schoolimp.__file__).parent / "example"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    home = tmp_path / "trust"
    shutil.copytree(EXAMPLE, home, ignore=shutil.ignore_patterns("published"))
    return home


@pytest.mark.parametrize("name", ["=cmd()", "+1", "-1", "@x", "\tx", "\rx"])
def test_no_name_is_a_formula(name: str) -> None:
    table = rows_csv([JudgementRow("100001", name, "tier", "", "", "", 4, 1)])
    assert f"'{name}" in table


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("[x](y) **b** `c`", "\\[x\\](y) \\*\\*b\\*\\* \\`c\\`"),
        ("a\\|b", "a\\\\\\|b"),
        ("# x", "\\# x"),
        ("- x", "\\- x"),
        ("-5", "-5"),
        ("12. x", "12\\. x"),
        ("2026/27", "2026/27"),
        ("<b> & ~c~\n\n# d", "\\<b\\> \\& \\~c\\~ # d"),
        ("", ""),
    ],
)
def test_markdown_is_escaped_as_in_the_reports(text: str, shown: str) -> None:
    assert in_markdown(text) == shown


def test_links_are_not_escaped_twice() -> None:
    made = link("a|b", "plans/a%7Cb.md")
    assert made == "[a\\|b](plans/a%257Cb.md)"
    assert in_markdown(made) == made


def test_tables_show_what_would_move_the_cursor() -> None:
    assert text_table([("id", "name"), ("1", "a\x1b[31m\nb\u202ec")]).splitlines()[1] == "1   a\\x1b[31m\\nb\\u202ec"
    assert readable("é 名 𝕏 a\tb", kept="\t") == "é 名 𝕏 a\tb"


def test_a_broken_judgement_is_no_arrival(folder: Path) -> None:
    run_folder(folder, valid=dt.date(2026, 9, 1))
    broken = folder / "judgements" / "900001.json"
    broken.write_bytes(broken.read_bytes()[:100])
    (folder / "rollup.json").rename(folder / "rollup.away")
    assert run_folder(folder, valid=dt.date(2026, 9, 2)).changes.joined == ()
    broken.write_bytes(b"{")
    assert run_folder(folder, valid=dt.date(2026, 9, 3)).changes.joined == ()


def test_events_nobody_knows_and_dates_that_contradict(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    key = run_folder(folder).results.calendar.events[0].key  # type: ignore[union-attr]
    settings = json.loads((folder / "schoolimp.json").read_text(encoding="utf-8"))

    def with_calendar(**members: object) -> int:
        text = json.dumps({**settings, "calendar": {**settings.get("calendar", {}), **members}})
        (folder / "schoolimp.json").write_text(text, encoding="utf-8")
        return main(["run", str(folder)])

    assert with_calendar(unpin=["no-such-event"]) == 0
    assert '/calendar/unpin/0: there is no event "no-such-event" whose date could be given up' in capsys.readouterr().err
    assert with_calendar(pins=[{"event": key, "first": "2026-11-19"}, {"event": key, "first": "2026-11-20"}]) == 3
    assert f"'{key}' is agreed for 2026-11-19 and for 2026-11-20" in capsys.readouterr().err


def test_a_day_no_school_year_holds(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", str(folder), "--valid", "0001-01-01"]) == 3
    told = capsys.readouterr().err
    assert "error: school years: no school year holds 0001-01-01" in told
    assert "::" not in told
