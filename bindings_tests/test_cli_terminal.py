"""What people see: usage, messages, tables, the progress bar."""

from __future__ import annotations

import io

import pytest

from schoolimp.cli import main
from schoolimp.cli.terminal import ProgressBar, issue_text, print_issues, text_table
from schoolimp.errors import Issue
from schoolimp.folder.outputs import with_note
from schoolimp.folder.markdown import in_markdown, markdown_table
from schoolimp.folder.tables import JudgementRow, rows_csv


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("argv", "says"),
    [
        ([], "COMMAND"),
        (["rnu"], 'did you mean "run"?'),
        (["run", "--valdi", "2025-10-06"], 'did you mean "--valid"?'),
        (["run", "--valid", "06/10/2025"], "write the date as YYYY-MM-DD"),
        (["judge", "--period", "2025-26"], "2025/26"),
        (["calendar", "--stamp", "noon"], "YYYY-MM-DDTHH:MM:SSZ"),
        (["frameworks", "shwo"], 'did you mean "show"?'),
        (["frameworks", "show"], "schoolimp frameworks show ID"),
        (["run", "--val", "2025-10-06"], "unknown argument --val"),
        (["check"], "FILE"),
        (["judge"], "no framework is named"),
        (["run"], "it is never taken from the clock"),
    ],
)
def test_usage_is_refused_with_its_mend(argv: list[str], says: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(argv) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert says in err
    assert "Traceback" not in err


@pytest.mark.parametrize(
    "argv", [["--help"], ["--version"], *([name, "--help"] for name in ("frameworks", "check", "judge", "plan", "calendar", "run", "demo"))]
)
def test_help_is_a_result(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(argv) == 0
    assert capsys.readouterr().out.strip()


def test_an_issue_has_place_message_caret_and_mend() -> None:
    issue = Issue("pvat.json: /criteria/3/when", "syntax", "line 1, column 5: expected a value\n  a >=\n      ^", "write what to compare with")
    assert (
        issue_text(issue)
        == "error: pvat.json: /criteria/3/when: line 1, column 5: expected a value\n  a >=\n      ^\n  hint: write what to compare with"
    )


def test_errors_come_first_and_many_are_counted() -> None:
    stream = io.StringIO()
    print_issues([*(Issue(f"/w{i}", "c", "m", "", "warning") for i in range(60)), Issue("/e", "c", "bad")], stream)
    lines = stream.getvalue().splitlines()
    assert lines[0] == "error: /e: bad"
    assert lines[-1] == "... and 11 more"


def test_no_progress_without_a_terminal() -> None:
    stream = io.StringIO()
    bar = ProgressBar(stream)
    bar("judging", 1, 2)
    bar.clear()
    assert stream.getvalue() == ""


def test_progress_on_a_terminal_takes_itself_away() -> None:
    stream = Terminal()
    bar = ProgressBar(stream)
    bar("judging", 1, 2)
    bar("judging", 1, 2)
    assert stream.getvalue().count("judging") == 1
    assert "1/2" in stream.getvalue()
    bar.clear()
    assert stream.getvalue().endswith(" \r")
    assert "\n" not in stream.getvalue()


def test_quiet_has_no_progress() -> None:
    stream = Terminal()
    ProgressBar(stream, enabled=False)("judging", 1, 2)
    assert stream.getvalue() == ""


def test_tables_are_aligned_and_long_ones_counted() -> None:
    table = [("id", "title"), ("a", "x"), ("bbb", "y"), ("c", "z")]
    assert text_table(table) == "id   title\na    x\nbbb  y\nc    z"
    assert text_table(table, limit=2).endswith("... and 1 more rows")


def test_csv_has_the_documented_columns() -> None:
    row = JudgementRow("100001", 'St "Mary", Exeter', "tier", "", "one two", "two", 4, 1)
    assert rows_csv([row]) == 'urn,name,judgement,suggested,possible,decided,known,missing\n100001,"St ""Mary"", Exeter",tier,,one two,two,4,1\n'


def test_names_cannot_break_markdown() -> None:
    assert in_markdown("a|b\nc <script>") == "a\\|b c \\<script\\>"
    assert markdown_table([("x",), ("a|b",)]) == "| x |\n| --- |\n| a\\|b |\n"


def test_the_note_stands_under_the_title() -> None:
    assert with_note("# Report\n\nText\n", "Invented.") == "# Report\n\n> **Invented.**\n\nText\n"
    assert with_note("Text\n", "Invented.") == "> **Invented.**\n\nText\n"
    assert with_note("# Report\n", "") == "# Report\n"
