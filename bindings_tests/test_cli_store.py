"""Writing results: all or nothing, and nothing touched that stays the same."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schoolimp.folder import OutputError
from schoolimp.folder.names import file_name
from schoolimp.folder.store import changed_files, write_tree


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_new_files_and_folders_are_made(tmp_path: Path) -> None:
    files = {"a.json": b"{}", "plans/100001.json": b"[]"}
    written = write_tree(tmp_path / "deep" / "out", files)
    assert written.new == ("a.json", "plans/100001.json")
    assert contents(tmp_path / "deep" / "out") == files


def test_equal_files_are_not_touched(tmp_path: Path) -> None:
    write_tree(tmp_path, {"a": b"1", "b": b"2"})
    os.utime(tmp_path / "a", ns=(1, 1))
    written = write_tree(tmp_path, {"a": b"1", "b": b"3"})
    assert (written.new, written.replaced, written.unchanged) == ((), ("b",), ("a",))
    assert (tmp_path / "a").stat().st_mtime_ns == 1
    assert write_tree(tmp_path, {"a": b"1", "b": b"3"}).nothing


def test_files_not_named_stay(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("notes")
    write_tree(tmp_path, {"a": b"1"})
    assert contents(tmp_path) == {"a": b"1", "mine.txt": b"notes"}


def test_no_trace_of_the_workplace_is_left(tmp_path: Path) -> None:
    write_tree(tmp_path, {"a": b"1"})
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


@pytest.mark.parametrize("fails_at", range(1, 6))
def test_a_rename_that_fails_takes_everything_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails_at: int) -> None:
    before = {"b": b"old b", "sub/c": b"old c", "kept": b"kept"}
    write_tree(tmp_path, before)
    real, calls = os.replace, []

    def replace(source: object, target: object) -> None:
        calls.append(target)
        if len(calls) == fails_at:
            raise OSError(28, "No space left on device", str(target))
        real(source, target)  # type: ignore[arg-type]

    monkeypatch.setattr("schoolimp.folder.store.os.replace", replace)
    with pytest.raises(OutputError, match="No space left on device; nothing was changed"):
        write_tree(tmp_path, {"a": b"new", "b": b"new b", "sub/c": b"new c", "other/d": b"new", "z": b"new", "kept": b"kept"})
    assert contents(tmp_path) == before
    assert not (tmp_path / "other").exists()


def test_an_interrupt_takes_everything_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = {"a": b"old a", "b": b"old b"}
    write_tree(tmp_path, before)
    real, calls = os.replace, []

    def replace(source: object, target: object) -> None:
        real(source, target)  # type: ignore[arg-type]
        calls.append(target)
        if len(calls) == 1:
            raise KeyboardInterrupt

    monkeypatch.setattr("schoolimp.folder.store.os.replace", replace)
    with pytest.raises(KeyboardInterrupt):
        write_tree(tmp_path, {"a": b"new a", "b": b"new b"})
    assert contents(tmp_path) == before


def test_a_full_disk_is_noticed_before_the_first_rename(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_tree(tmp_path, {"a": b"old"})
    monkeypatch.setattr("schoolimp.folder.store.os.fsync", lambda _: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(OutputError, match="No space left"):
        write_tree(tmp_path, {"a": b"new", "b": b"new"})
    assert contents(tmp_path) == {"a": b"old"}


def test_file_systems_without_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_tree(tmp_path, {"a": b"old"})

    def refuse(*_: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr("schoolimp.folder.store.os.link", refuse)
    assert write_tree(tmp_path, {"a": b"new"}).replaced == ("a",)
    assert contents(tmp_path) == {"a": b"new"}


def test_output_inside_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(OutputError, match="cannot be written"):
        write_tree(tmp_path / "file" / "out", {"a": b"1"})
    assert contents(tmp_path) == {"file": b"x"}


def test_a_folder_where_a_file_should_go_is_refused(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    with pytest.raises(OutputError):
        write_tree(tmp_path, {"a": b"1", "b": b"2"})
    assert [path.name for path in tmp_path.iterdir()] == ["b"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the super-user may write everywhere")
def test_a_folder_without_write_permission_is_refused(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    try:
        with pytest.raises(OutputError, match="Permission denied"):
            write_tree(tmp_path, {"a": b"1"})
    finally:
        tmp_path.chmod(0o755)


def test_changed_files_tells_without_writing(tmp_path: Path) -> None:
    write_tree(tmp_path, {"a": b"1", "b": b"2"})
    found = changed_files(tmp_path, {"a": b"1", "b": b"3", "c": b"4"})
    assert (found.new, found.replaced, found.unchanged) == (("c",), ("b",), ("a",))
    assert contents(tmp_path) == {"a": b"1", "b": b"2"}


@given(school=st.text(min_size=1, max_size=20))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_school_id_never_leaves_its_folder(school: str) -> None:
    try:
        name = file_name(school)
    except UnicodeEncodeError:  # Lone surrogates are no text; documents refuse them.
        return
    assert name
    assert not set(name) & set('/\\:*?"<>|\0')
    assert not name.startswith(".")


def test_file_names_of_usual_ids_are_the_ids() -> None:
    assert file_name("100001") == "100001"
    assert file_name("E100-7_b.2") == "E100-7_b.2"
    assert file_name("../x") == "%2E%2E%2Fx"
    assert len({file_name(id) for id in ("a/b", "a%2Fb", "a b", "a.b")}) == 4
