"""Runs that are stopped in the middle of writing: nothing is lost, and the next run says what an uninterrupted one would have said."""

from __future__ import annotations

import datetime as dt
import json
import os
import shutil
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

import schoolimp
from schoolimp.folder import OutputError, run_folder
from schoolimp.folder.store import write_tree
from schoolimp.folder.swap import JOURNAL, restore_abandoned

EXAMPLE = Path(schoolimp.__file__).parent / "example"
LATER = dt.date(2026, 10, 5)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    home = tmp_path / "trust"
    shutil.copytree(EXAMPLE, home, ignore=shutil.ignore_patterns("published", "decisions.json"))
    run_folder(home, valid=dt.date(2026, 9, 1))
    shutil.copy(EXAMPLE / "decisions.json", home)  # News for the next run.
    return home


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def stopped(folder: Path, by: str, renames: int) -> subprocess.CompletedProcess[str]:
    """A run for a later day that is sent a signal after so many renames."""
    code = """
        import os, signal, sys
        from schoolimp.cli.main import main
        # Whoever runs the tests may ignore these signals (nohup, a job in the background), and children inherit that.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        signal.signal(signal.SIGHUP, signal.SIG_DFL)
        folder, by, renames = sys.argv[1], getattr(signal, sys.argv[2]), int(sys.argv[3])
        real, calls = os.replace, []
        def replace(source, target):
            real(source, target)
            calls.append(target)
            if len(calls) == renames:
                os.kill(os.getpid(), by)
        os.replace = replace
        sys.exit(main(["run", folder, "--valid", "2026-10-05"]))
        """
    return subprocess.run([sys.executable, "-c", textwrap.dedent(code), str(folder), by, str(renames)], capture_output=True, text=True, timeout=120, check=False)


@pytest.mark.parametrize("renames", [1, 5, 20])
def test_after_a_kill_the_next_run_begins_where_the_last_one_did(folder: Path, tmp_path: Path, renames: int) -> None:
    alone = tmp_path / "alone"
    shutil.copytree(folder, alone)
    run_folder(alone, valid=LATER)
    assert stopped(folder, "SIGKILL", renames).returncode == -signal.SIGKILL
    assert [name for name in os.listdir(folder) if name.startswith(".schoolimp-")]
    done = run_folder(folder, valid=LATER)
    assert [notice.code for notice in done.notices if notice.code == "run_taken_back"] == ["run_taken_back"]
    assert {name: content == (alone / name).read_bytes() for name, content in contents(folder).items()} == dict.fromkeys(contents(alone), True)
    assert "## Plans" in (folder / "changes.md").read_text()


def test_what_people_wrote_after_the_kill_stays(folder: Path) -> None:
    before = contents(folder)
    stopped(folder, "SIGKILL", 20)
    (folder / "judgements.md").write_text("my notes")
    assert restore_abandoned(folder)
    after = {name: content for name, content in contents(folder).items() if name != ".schoolimp.lock"}
    assert after == {**before, "judgements.md": b"my notes"}


@pytest.mark.parametrize(("by", "code"), [("SIGTERM", 143), ("SIGINT", 130), ("SIGHUP", 129)])
def test_a_run_asked_to_end_takes_everything_back(folder: Path, by: str, code: int) -> None:
    before = contents(folder)
    ended = stopped(folder, by, 5)
    assert (ended.returncode, ended.stderr.splitlines()[-1]) == (code, "stopped; no file was changed")
    assert contents(folder) == before


def test_a_kill_after_a_first_run_leaves_no_new_folder(tmp_path: Path) -> None:
    (tmp_path / "kept").write_bytes(b"old")
    workplace = tmp_path / ".schoolimp-dead"
    (workplace / "new").mkdir(parents=True)
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "a").write_bytes(b"new")
    digest = "11507a0e2f5e69d5dfa40a62a1bd7b6ee57e6bcd85c67c9b8431b36fff21c437"
    (workplace / JOURNAL).write_text(json.dumps({"files": {"plans/a": digest}, "folders": ["plans"]}))
    assert restore_abandoned(tmp_path)
    assert contents(tmp_path) == {"kept": b"old"}
    assert [path.name for path in tmp_path.iterdir()] == ["kept"]


def test_a_journal_never_reaches_outside_its_folder(tmp_path: Path) -> None:
    output = tmp_path / "out"
    workplace = output / ".schoolimp-dead"
    workplace.mkdir(parents=True)
    (tmp_path / "precious").write_bytes(b"new")
    digest = "11507a0e2f5e69d5dfa40a62a1bd7b6ee57e6bcd85c67c9b8431b36fff21c437"
    (workplace / JOURNAL).write_text(json.dumps({"files": {"../precious": digest}, "folders": []}))
    assert not restore_abandoned(output)
    assert (tmp_path / "precious").read_bytes() == b"new"


def test_a_link_to_nowhere_is_put_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").symlink_to("nowhere")
    (tmp_path / "b").write_bytes(b"old")
    real, calls = os.replace, []

    def replace(source: object, target: object) -> None:
        calls.append(target)
        if len(calls) == 2:
            raise OSError(28, "No space left on device", str(source), None, str(target))
        real(source, target)  # type: ignore[arg-type]

    monkeypatch.setattr("schoolimp.folder.swap.os.replace", replace)
    with pytest.raises(OutputError, match=r"[/\\]b: cannot be written: No space left"):
        write_tree(tmp_path, {"a": b"1", "b": b"2"})
    assert os.readlink(tmp_path / "a") == "nowhere"
    assert (tmp_path / "b").read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b"]


def test_a_file_where_a_folder_should_be_is_named(folder: Path) -> None:
    shutil.rmtree(folder / "judgements")
    (folder / "judgements").write_text("in the way")
    with pytest.raises(OutputError, match=r"judgements: cannot be written: .*A file stands where a folder is needed"):
        run_folder(folder, valid=LATER)
