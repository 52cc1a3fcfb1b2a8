"""The source distribution and the wheel hold what they should and nothing else, and the wheel works where nothing else is installed.

tools/run-tests.sh builds the wheel from the source distribution, so that one build tests both.
"""

from __future__ import annotations

import base64
import csv
import hashlib
import importlib.util
import io
import os
import re
import subprocess
import sys
import tomllib
from email.parser import BytesParser
from email.policy import compat32
from pathlib import Path

import pytest
from distributions import built, in_checkout, in_source, in_wheel

#: Every public module.
IMPORT_ALL = """
import importlib, pkgutil, schoolimp
for module in pkgutil.walk_packages(schoolimp.__path__, "schoolimp."):
    if "._" not in module.name:
        try:
            importlib.import_module(module.name)
        except ImportError as error:
            print(module.name, error, sep="|")
"""
FIRST_EXAMPLE = "import schoolimp as si\nprint(si.framework('pvat').levels)"


@pytest.fixture(scope="module")
def wheel() -> Path:
    return built("*.whl")


@pytest.fixture(scope="module")
def files(wheel: Path) -> dict[str, bytes]:
    return in_wheel(wheel)


@pytest.fixture(scope="module")
def clean(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the programs of a virtual environment with the wheel, from no index and without anything else."""
    home = tmp_path_factory.mktemp("clean") / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", home], check=True, timeout=120)
    programs = home / ("Scripts" if os.name == "nt" else "bin")
    install = [sys.executable, "-m", "pip", "--python", programs / "python", "install", "--quiet", "--no-index", "--disable-pip-version-check", wheel]
    subprocess.run(install, check=True, timeout=300)
    return programs


def run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    """A program of the clean environment, which does not see the packages of this one."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=300, env=environment)


class TestSource:
    def test_has_the_files_of_the_project_as_they_are(self, root: Path) -> None:
        source = in_source(built("*.tar.gz"))
        project = {name: content for name, content in in_checkout(root).items() if not name.startswith(".ci/")}
        assert sorted(source.keys() - {"PKG-INFO"}) == sorted(project)
        assert [name for name, content in project.items() if source[name] != content] == []

    def test_is_no_larger_than_the_code(self) -> None:
        assert built("*.tar.gz").stat().st_size < 4_000_000  # 1.8 MB when this was written: published data would be far more.


class TestWheel:
    def test_has_the_package_as_it_is(self, files: dict[str, bytes], root: Path) -> None:
        project = {name.removeprefix("python/"): content for name, content in in_checkout(root).items() if name.startswith("python/schoolimp/")}
        package = {name: content for name, content in files.items() if ".dist-info/" not in name and not re.fullmatch(r"schoolimp/_core\.[\w.-]+\.(so|pyd)", name)}
        assert sorted(package) == sorted(project)
        assert [name for name, content in project.items() if package[name] != content] == []

    def test_is_typed_and_has_no_source_of_the_extension(self, files: dict[str, bytes]) -> None:
        assert {"schoolimp/py.typed", "schoolimp/_core.pyi"} <= files.keys()
        assert len([name for name in files if name.startswith("schoolimp/_core.")]) == 2
        assert not [name for name in files if re.search(r"\.(cpp|hpp|h|c|a|o|map|pyc)$|test", name)]

    @pytest.mark.skipif(sys.platform != "linux", reason="the extension is an ELF file on Linux")
    def test_its_extension_is_stripped_and_small(self, files: dict[str, bytes]) -> None:
        elffile = pytest.importorskip("elftools.elf.elffile", reason="pyelftools reads libraries of Linux")
        (extension,) = (content for name, content in files.items() if name.endswith(".so"))
        assert elffile.ELFFile(io.BytesIO(extension)).get_section_by_name(".symtab") is None
        assert len(extension) < 6_000_000  # 3.3 MB when this was written.

    def test_says_what_it_is(self, files: dict[str, bytes], root: Path) -> None:
        described = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
        info = f"schoolimp-{described['version']}.dist-info"
        assert {name.removeprefix(info) for name in files if ".dist-info/" in name} == {"/METADATA", "/RECORD", "/WHEEL", "/entry_points.txt", "/licenses/LICENSE"}
        metadata = BytesParser(policy=compat32).parsebytes(files[f"{info}/METADATA"])
        assert metadata["Requires-Python"] == described["requires-python"]
        assert set(metadata.get_all("Provides-Extra")) == set(described["optional-dependencies"])
        assert [needed for needed in metadata.get_all("Requires-Dist") if "extra ==" not in needed] == []

    def test_its_record_is_true(self, files: dict[str, bytes]) -> None:
        (record,) = (name for name in files if name.endswith(".dist-info/RECORD"))
        rows = {name: digest for name, digest, _ in csv.reader(files[record].decode().splitlines())}
        digests = {name: base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode() for name, content in files.items()}
        assert rows == {name: "" if name == record else f"sha256={digest}" for name, digest in digests.items()}

    @pytest.mark.skipif(sys.platform != "linux", reason="manylinux tags are of Linux")
    def test_its_tag_is_one_it_satisfies(self, wheel: Path) -> None:
        if importlib.util.find_spec("auditwheel") is None:
            pytest.skip("auditwheel is not installed: it says which systems a wheel is for")
        done = subprocess.run([sys.executable, "-m", "auditwheel", "show", wheel], capture_output=True, encoding="utf-8", check=True, timeout=120)
        tag = re.search(r'following platform tag:\s+"(manylinux_2_\d+_\w+)"', done.stdout)
        assert tag and tag[1] in wheel.name, done.stdout


class TestAlone:
    """The wheel in an environment with nothing else."""

    def test_the_first_example_runs(self, clean: Path) -> None:
        done = run(clean / "python", "-W", "error", "-c", FIRST_EXAMPLE)
        assert (done.stdout, done.stderr) == ("('tier.tier_1', 'tier.tier_2', 'tier.tier_3')\n", "")

    def test_all_public_modules_but_the_readers_can_be_imported(self, clean: Path) -> None:
        done = run(clean / "python", "-W", "error", "-c", IMPORT_ALL)
        assert done.stderr == ""
        refused = dict(line.split("|", 1) for line in done.stdout.splitlines())
        assert {name for name in refused if not name.startswith("schoolimp.dfe")} == set()
        assert all("pip install 'schoolimp[tables]'" in message for message in refused.values())

    def test_the_command_is_there(self, clean: Path) -> None:
        done = run(clean / "schoolimp", "--help")
        assert (done.returncode, done.stderr) == (0, "")
        assert "demo" in done.stdout

    def test_the_demo_says_which_extra_it_needs(self, clean: Path, tmp_path: Path) -> None:
        done = run(clean / "schoolimp", "demo", "--output", tmp_path / "demo")
        assert done.returncode == 3
        assert 'python -m pip install "schoolimp[tables]"' in done.stderr

    def test_a_trust_without_published_files_is_judged(self, clean: Path, tmp_path: Path) -> None:
        schools = '[{"id": "100001", "name": "Ash Primary", "phase": "primary"}]'
        (tmp_path / "trust.json").write_text(f'{{"schema": "schoolimp/trust/1", "id": "t", "name": "T", "schools": {schools}}}', encoding="utf-8")
        done = run(clean / "schoolimp", "judge", tmp_path, "--framework", "pvat", "--valid", "2026-09-01", "--format", "csv")
        assert done.returncode == 0, done.stderr
        assert "100001,Ash Primary,tier_of_support,,tier_1 tier_2 tier_3," in done.stdout
