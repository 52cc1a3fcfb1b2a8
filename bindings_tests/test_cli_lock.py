"""Two runs in one output folder: the second one is refused at once, nobody ever reads half a file, and a process that died holds nobody up."""

from __future__ import annotations

import datetime as dt
import errno
import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import schoolimp as si
from schoolimp.cli import main
from schoolimp.folder import OutputError, run_folder
from schoolimp.folder.lock import LOCK_FILE, only_run

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the processes here are ended as POSIX does")

EXAMPLE = Path(si.__file__).parent / "example"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The example trust without its published files, which take most of the time of a run."""
    home = tmp_path / "trust"
    shutil.copytree(EXAMPLE, home, ignore=shutil.ignore_patterns("published"))
    return home


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def started(code: str, *arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(code), *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@contextmanager
def another_run(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process holds the folder."""
    holder = started(
        """
        import sys
        from pathlib import Path
        from schoolimp.folder.lock import only_run
        with only_run(Path(sys.argv[1])):
            print("holds", flush=True)
            sys.stdin.read()
        """,
        folder,
    )
    with holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "holds\n"
        yield holder


@pytest.mark.parametrize("command", ["run", "judge", "plan", "calendar"])
def test_a_second_run_is_refused_and_writes_nothing(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str) -> None:
    output = tmp_path / "out"
    run_folder(folder, output=output)
    with another_run(output):
        before = contents(output)
        assert main([command, str(folder), "--output", str(output), "--valid", "2026-10-05"]) == 4
        message = capsys.readouterr().err
        assert contents(output) == before
    assert message == (
        f"error: {output}: another run is working in this folder; nothing was changed. Wait until it is done, or choose another folder with --output.\n"
    )
    assert main([command, str(folder), "--output", str(output), "--valid", "2026-10-05"]) == 0
    assert not (output / LOCK_FILE).exists()


def test_commands_that_only_read_and_runs_elsewhere_go_on(folder: Path, tmp_path: Path) -> None:
    with another_run(folder):
        assert main(["judge", str(folder), "--quiet"]) == 0
        assert main(["run", str(folder), "--output", str(tmp_path / "elsewhere"), "--quiet"]) == 0


def test_another_thread_of_the_same_program_is_refused_too(folder: Path) -> None:
    with only_run(folder), pytest.raises(OutputError, match="another run"):
        run_folder(folder)
    run_folder(folder)


def test_the_lock_file_is_there_only_during_the_run(folder: Path) -> None:
    seen = set()
    run_folder(folder, lambda *_: seen.add((folder / LOCK_FILE).exists()))
    assert seen == {True}
    assert not [name for name in os.listdir(folder) if name.startswith(".")]


def test_a_process_that_died_holds_nobody_up(folder: Path) -> None:
    with another_run(folder) as holder:
        holder.kill()
        assert holder.wait(60) == -signal.SIGKILL
    assert (folder / LOCK_FILE).exists()
    abandoned = folder / ".schoolimp-dead" / "new"
    abandoned.mkdir(parents=True)
    (abandoned / "report.md").write_text("half")
    run_folder(folder)
    assert not [name for name in os.listdir(folder) if name.startswith(".")]


def test_a_run_that_fails_leaves_no_folder_behind(folder: Path, tmp_path: Path) -> None:
    (folder / "trust.json").write_text("{")
    assert main(["run", str(folder), "--output", str(tmp_path / "deep" / "out")]) == 3
    assert not (tmp_path / "deep").exists()


def test_a_folder_that_cannot_be_written_is_no_obstacle_without_news(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run_folder(folder)
    real = os.open

    def refuse(path: object, flags: int, *mode: int) -> int:
        if str(path).endswith(LOCK_FILE):
            raise OSError(errno.EROFS, "Read-only file system", str(path))
        return real(path, flags, *mode)  # type: ignore[call-overload]

    monkeypatch.setattr("schoolimp.folder.lock.os.open", refuse)
    assert run_folder(folder).nothing_changed


def test_a_file_system_without_locks_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("fcntl.flock", refuse)
    before = contents(folder)
    with pytest.raises(OutputError, match="No locks available; nothing was changed"):
        run_folder(folder)
    assert {name: content for name, content in contents(folder).items() if name != LOCK_FILE} == before


def test_never_two_at_once(tmp_path: Path) -> None:
    """Several processes take and leave the lock as fast as they can; inside, each makes a file only one may make."""
    contender = """
        import os, sys
        from pathlib import Path
        from schoolimp.folder import OutputError
        from schoolimp.folder.lock import only_run
        folder, mark = Path(sys.argv[1]), sys.argv[2]
        sys.stdin.readline()
        entered = 0
        while entered < 200:
            try:
                with only_run(folder):
                    os.close(os.open(mark, os.O_CREAT | os.O_EXCL))
                    os.unlink(mark)
                    entered += 1
            except OutputError as refused:
                assert "another run" in str(refused), refused
        """
    contenders = [started(contender, tmp_path / "deep" / "out", tmp_path / "mark") for _ in range(3)]
    for process in contenders:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    said = [process.communicate(timeout=300) for process in contenders]
    assert [error for _, error in said if error] == []
    assert [process.returncode for process in contenders] == [0, 0, 0]
    assert contents(tmp_path) == {}


def test_runs_started_together(folder: Path, tmp_path: Path) -> None:
    run_folder(folder, output=tmp_path / "alone")
    output = tmp_path / "out"
    command = [sys.executable, "-m", "schoolimp.cli", "run", str(folder), "--output", str(output), "--quiet"]
    together = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _ in range(4)]
    said = [process.communicate(timeout=300)[1] for process in together]
    codes = [process.returncode for process in together]
    assert 0 in codes
    assert set(codes) <= {0, 4}
    assert all("another run" in error for code, error in zip(codes, said, strict=True) if code == 4)
    assert contents(output) == contents(tmp_path / "alone")


def test_a_reader_never_sees_half_a_file(folder: Path, tmp_path: Path) -> None:
    """A process reads the results over and over while runs for later and later days replace them: each file is always there and whole."""
    output = tmp_path / "out"
    versions = [run_and_hash(folder, output, "2026-09-01")]
    reader = started(
        """
        import hashlib, json, os, sys
        from pathlib import Path
        paths = [path for path in Path(sys.argv[1]).rglob("*") if path.is_file()]
        seen = {str(path.relative_to(sys.argv[1])): set() for path in paths}
        def read():
            for path, hashes in zip(paths, seen.values()):
                hashes.add(hashlib.sha256(path.read_bytes()).hexdigest())
        read()
        print("reads", flush=True)
        os.set_blocking(0, False)
        while sys.stdin.buffer.raw.read(1) is None:
            read()
        read()
        print(json.dumps({name: sorted(hashes) for name, hashes in seen.items()}))
        """,
        output,
    )
    assert reader.stdout is not None
    assert reader.stdout.readline() == "reads\n"
    versions += [run_and_hash(folder, output, day) for day in ("2026-09-02", "2026-09-03", "2026-09-04", "2026-09-07")]
    printed, error = reader.communicate("", timeout=60)
    assert error == ""
    seen = {name: set(hashes) for name, hashes in json.loads(printed).items()}
    assert {name: hashes - {version[name] for version in versions} for name, hashes in seen.items()} == {name: set() for name in seen}
    assert any(len(hashes) > 1 for hashes in seen.values()), "files were replaced while they were read"


def run_and_hash(folder: Path, output: Path, day: str) -> dict[str, str]:
    run_folder(folder, output=output, valid=dt.date.fromisoformat(day))
    return {name: hashlib.sha256(content).hexdigest() for name, content in contents(output).items()}
