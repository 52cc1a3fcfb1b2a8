"""The documentation site is built from the installed package without a warning; it is whole, and it loads nothing from elsewhere."""

from __future__ import annotations

import importlib
import inspect
import re
import subprocess
import sys
from pathlib import Path

import pytest
from doc_pages import ROOT, blocks
from site_pages import Site

pytest.importorskip("sphinx", reason="the site is built with the extra docs")
pytest.importorskip("myst_parser", reason="the site is built with the extra docs")
pytest.importorskip("furo", reason="the site is built with the extra docs")

DOCS = ROOT / "docs"
PAGES = sorted(path.relative_to(DOCS) for path in DOCS.rglob("*.md"))
MODULES = ("schoolimp", "schoolimp.dfe", "schoolimp.plot", "schoolimp.report")


def built(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a builder of the site apart from the tests: Sphinx changes what is global."""
    return subprocess.run([sys.executable, *arguments], cwd=folder, capture_output=True, encoding="utf-8", timeout=300, check=False)


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Site:
    folder = tmp_path_factory.mktemp("docs")
    result = built(folder, str(DOCS / "_site" / "build.py"), str(folder / "a site"))
    if result.returncode or result.stderr:
        pytest.fail(f"the site is not built without warnings:\n{result.stderr}", pytrace=False)
    return Site(folder / "a site")


@pytest.fixture(scope="module")
def entries(site) -> set[str]:
    """Full names of all that has an entry in the reference."""
    from sphinx.util.inventory import InventoryFile

    with (site.folder / "objects.inv").open("rb") as file:
        inventory = InventoryFile.load(file, "", lambda base, path: path)
    return {name for kind, names in inventory.items() if kind.startswith("py:") for name in names}


def test_every_page_is_reached_from_the_index(site):
    wanted = {path.with_suffix(".html").as_posix() for path in PAGES}
    assert wanted - site.reachable("index.html") == set()


def test_every_page_stands_in_the_text_of_the_index():
    linked = set(re.findall(r"\]\(([\w/-]+\.md)(?:#[^)]*)?\)", (DOCS / "index.md").read_text(encoding="utf-8")))
    assert {path.as_posix() for path in PAGES} - linked == {"index.md"}


@pytest.mark.parametrize("module", MODULES)
def test_every_public_name_has_an_entry(entries, module):
    names = importlib.import_module(module).__all__
    wanted = {f"{module}.{name}" for name in names} - set(MODULES)
    assert wanted - entries == set()


def test_every_public_member_of_a_class_has_an_entry(entries):
    missing = []
    for module in MODULES:
        described = importlib.import_module(module)
        for name in described.__all__:
            found = getattr(described, name)
            if not inspect.isclass(found):
                continue
            missing += [f"{module}.{name}.{member}" for member, places in own_members(found).items() if not entries & places]
    assert missing == []


def own_members(cls: type) -> dict[str, set[str]]:
    """Public members and fields of the class and of those it is made from, with the names under which an entry may be: its own, and that of a public class it is made from."""
    classes = [each for each in cls.__mro__ if each.__module__.startswith("schoolimp")]
    members = {member for each in classes for member in (*vars(each), *vars(each).get("__annotations__", {})) if not member.startswith("_")}
    return {member: {f"{module}.{each.__name__}.{member}" for module in MODULES for each in classes} for member in sorted(members)}


def test_links_inside_the_site_lead_somewhere(site):
    assert site.broken() == []


def test_nothing_is_loaded_from_elsewhere(site):
    assert [f"{page}: {url}" for page in site.pages for url in site.page(page).loaded if re.match(r"(?:[a-z]+:)?//", url)] == []
    for style in site.folder.rglob("*.css"):
        assert not re.search(r"@import|url\(\s*['\"]?(?:https?:)?//", style.read_text(encoding="utf-8")), style.name


def test_every_picture_says_what_it_shows(site):
    silent = [f"{page}: {source}" for page in site.pages for source, words in site.page(page).pictures if not words.strip()]
    assert silent == []


def test_every_block_with_a_picture_has_one_that_was_drawn(site):
    wanted = {path: [block.options["picture"] for block in blocks(DOCS / path) if "picture" in block.options] for path in PAGES}
    assert len(wanted[Path("gallery.md")]) >= 5
    for path, names in wanted.items():
        drawn = [Path(source).name for source, _ in site.page(path.with_suffix(".html").as_posix()).pictures]
        stem = path.with_suffix("").as_posix().replace("/", "-")
        assert [name for name in names if f"{stem}-{name}.png" not in drawn] == [], path


@pytest.mark.parametrize(
    ("text", "warning"),
    [
        ("```{eval-rst}\nSee :py:class:`schoolimp.Judgment`.\n```\n", "schoolimp.Judgment"),
        ("```{eval-rst}\nSee :py:func:`datetime.today`.\n```\n", "datetime.today"),
        ("[a page](no-such-page.md)\n", "no-such-page.md"),
        ("[a place](#no-such-place)\n", "no-such-place"),
    ],
)
def test_what_leads_nowhere_stops_the_build(tmp_path, text, warning):
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "index.md").write_text(f"# Page\n\n{text}", encoding="utf-8")
    result = built(tmp_path, "-m", "sphinx", "-q", "-n", "-W", "--keep-going", "-b", "dummy", "-c", str(DOCS), "pages", "site")
    assert (result.returncode, warning in result.stderr) == (1, True), result.stderr


def test_a_picture_without_words_stops_the_build(tmp_path):
    (tmp_path / "pages").mkdir()
    block = "```python picture=silent\nfrom matplotlib.figure import Figure\nfigure = Figure()\n```\n"
    (tmp_path / "pages" / "index.md").write_text(f"# Page\n\n{block}", encoding="utf-8")
    result = built(tmp_path, "-m", "sphinx", "-q", "-b", "dummy", "-c", str(DOCS), "pages", "site")
    assert (result.returncode, "the figure has no sentence" in result.stderr) == (2, True), result.stderr
