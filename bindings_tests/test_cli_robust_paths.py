"""Names, paths and files no good will can use: every one is told in words, with the documented exit code."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import schoolimp
from schoolimp.cli.main import main
from schoolimp.folder import InputError, OutputError, SettingsError, run_folder
from schoolimp.folder.names import file_name

EXAMPLE = Path(schoolimp.__file__).parent / "example"
DEEP = "[" * 100_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    home = tmp_path / "trust"
    shutil.copytree(EXAMPLE, home, ignore=shutil.ignore_patterns("published"))
    return home


def ended(*arguments: str, **options: object) -> tuple[int, str, str]:
    done = subprocess.run(  # type: ignore[call-overload]
        [sys.executable, "-m", "schoolimp.cli", *arguments], capture_output=True, check=False, timeout=120, encoding="utf-8", **options
    )
    return done.returncode, done.stdout, done.stderr


def settings(folder: Path, text: str) -> None:
    (folder / "schoolimp.json").write_text(text, encoding="utf-8")


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="file names are Unicode there")
def test_names_that_are_no_utf8(folder: Path) -> None:
    (folder / "evidence" / os.fsdecode(b"stray\xff.txt")).write_text("x")
    output = folder.parent / os.fsdecode(b"o\xff")
    code, out, err = ended("run", str(folder), "--output", str(output))
    assert (code, "Traceback" in err) == (0, False)
    assert "o\\xff" in out
    assert "stray\\\\xff.txt" in (output / "report.md").read_text(encoding="utf-8")
    code, out, err = ended("check", str(folder.parent / os.fsdecode(b"a\xff.json")))
    assert (code, "a\\xff.json: no such file" in err) == (3, True)


@pytest.mark.parametrize("name", ["x.json", "bank-holidays.json"])
def test_published_json_nested_too_deeply(folder: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    pytest.importorskip("pandas")
    (folder / "published").mkdir()
    (folder / "published" / name).write_text(DEEP)
    assert main(["run", str(folder)]) == 3
    assert f"{name}: is not JSON of any published kind: it is nested too deeply" in capsys.readouterr().err


def test_published_json_of_no_known_kind_is_left_alone(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("pandas")
    (folder / "published").mkdir()
    (folder / "published" / "x.json").write_text('{"other": 1}')
    assert main(["run", str(folder)]) == 0
    assert "left alone" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("members", "told"),
    [
        (r'"note": "a\ud800b"', "/note"),
        (r'"framework": "\ud800"', "/framework"),
        (r'"framework": "pvat", "calendar": {"pins": [{"event": "\ud800", "first": "2026-11-20"}]}', "/calendar/pins/0/event"),
        (r'"note": "a\u0000b"', "/note"),
        ('"icalendar": {"refresh_hours": ' + "9" * 5000 + "}", "a number cannot be used"),
        ('"icalendar": {"refresh_hours": NaN}', "NaN is no number"),
        ('"output": ""', "is an empty path"),
        ('"evidence": [""]', "/evidence/0"),
    ],
)
def test_settings_nobody_can_use(folder: Path, capsys: pytest.CaptureFixture[str], members: str, told: str) -> None:
    settings(folder, '{"schema": "schoolimp/settings/1", ' + members + ', "valid": "2026-09-01"}')
    assert main(["run", str(folder)]) == 3
    assert told in capsys.readouterr().err
    assert main(["check", str(folder / "schoolimp.json")]) == 1
    assert told in capsys.readouterr().out


def test_a_schema_that_is_no_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.json").write_text(r'{"schema": "schoolimp/\ud800/1"}')
    assert main(["check", str(tmp_path / "a.json")]) == 1
    assert "error" in capsys.readouterr().out


def test_an_id_longer_than_a_file_name(folder: Path) -> None:
    long = "é" * 50
    trust = (folder / "trust.json").read_text(encoding="utf-8")
    (folder / "trust.json").write_text(trust.replace('"900006"', f'"{long}"'), encoding="utf-8")
    run_folder(folder)
    assert run_folder(folder).nothing_changed
    assert (folder / "judgements" / f"{file_name(long)}.json").is_file()
    assert len(file_name(long)) < 200
    assert file_name(long) != file_name(long + "é")


@pytest.mark.parametrize(("option", "code"), [("--output", 4), ("--evidence", 3), ("--trust", 3), ("--published", 3)])
@pytest.mark.parametrize("length", [300, 5000])
def test_paths_that_are_too_long(folder: Path, capsys: pytest.CaptureFixture[str], option: str, code: int, length: int) -> None:
    assert main(["run", str(folder), option, "x" * length]) == code
    told = capsys.readouterr().err
    assert told.startswith("error: xxx")
    assert "File name too long" in told or "no such file or folder" in told


@pytest.mark.parametrize("option", ["--output", "--evidence", "--trust", "--published", "--decisions", "--school-year", "--benchmarks"])
def test_an_empty_path_is_no_path(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, option: str) -> None:
    empty = tmp_path / "here"
    empty.mkdir()
    monkeypatch.chdir(empty)
    assert main(["run", str(folder), option, ""]) == 2
    assert "the path is empty" in capsys.readouterr().err
    assert not list(empty.iterdir())


def test_empty_paths_in_python_and_for_the_folder(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SettingsError, match="output is an empty path"):
        run_folder(folder, output="")
    assert main(["run", ""]) == 2
    assert "the path is empty" in capsys.readouterr().err


@pytest.mark.parametrize(("name", "target"), [("plans/900002.json", "nowhere"), ("calendar.json", "calendar.json")])
def test_a_link_that_leads_nowhere_is_not_replaced(folder: Path, name: str, target: str) -> None:
    run_folder(folder)
    (folder / name).unlink()
    (folder / name).symlink_to(target)
    with pytest.raises(InputError, match=Path(name).name):
        run_folder(folder)
    assert os.readlink(folder / name) == target


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
def test_a_pipe_among_the_evidence_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "evidence" / "pipe.csv")
    code, _, err = ended("run", str(folder))
    assert (code, "pipe.csv: is not read: it is no regular file" in err) == (0, True)


def test_plans_as_a_file(folder: Path) -> None:
    (folder / "plans").write_text("in the way")
    with pytest.raises(OutputError, match=r"plans: cannot be written: .*A file stands where a folder is needed"):
        run_folder(folder)
    assert (folder / "plans").read_text() == "in the way"


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no full device")
@pytest.mark.parametrize("arguments", [("frameworks",), ("frameworks", "show", "pvat"), ("--help",)])
def test_standard_output_that_is_full(arguments: tuple[str, ...]) -> None:
    with open("/dev/full", "w") as full:
        done = subprocess.run([sys.executable, "-m", "schoolimp.cli", *arguments], stdout=full, stderr=subprocess.PIPE, check=False, timeout=120, text=True)
    assert (done.returncode, done.stderr.splitlines()[0]) == (4, "error: standard output: cannot be written: No space left on device")


@pytest.mark.skipif(sys.platform == "win32", reason="a shell's way to close a stream")
def test_closed_streams() -> None:
    command = f'"{sys.executable}" -m schoolimp.cli frameworks >&-'
    done = subprocess.run(["sh", "-c", command], capture_output=True, check=False, timeout=120, text=True)
    assert (done.returncode, done.stderr.splitlines()[0]) == (4, "error: standard output: cannot be written: Bad file descriptor")
    done = subprocess.run(["sh", "-c", command.replace("frameworks >&-", "nonsense 2>&-")], capture_output=True, check=False, timeout=120, text=True)
    assert (done.returncode, done.stdout) == (2, "")


def test_a_byte_order_mark_and_another_encoding(tmp_path: Path) -> None:
    dfe = pytest.importorskip("schoolimp.dfe", exc_type=ImportError)
    (tmp_path / "a.csv").write_bytes(b"\xef\xbb\xbfURN,\xe9\n")
    with pytest.raises(dfe.PublishedFileError, match=r"byte 0xe9 at position 4 is not UTF-8, as which the file's byte-order mark announces it"):
        dfe.recognise(tmp_path / "a.csv")
