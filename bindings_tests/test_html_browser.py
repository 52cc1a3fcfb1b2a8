"""Fragments in a real browser: nothing runs over the edge, and every text can be read on its ground. Needs Chromium."""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import samples

BROWSER = os.environ.get("SCHOOLIMP_CHROMIUM") or next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None
)
pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium here: fragments are not rendered; install it or set SCHOOLIMP_CHROMIUM")

#: Where a fragment stands, and the settings of the browser.
PAGES = {
    "light": ('data-jp-theme-light="true"', []),
    "jupyterlab dark": ('data-jp-theme-light="false"', []),
    "vscode dark": ('class="vscode-dark"', []),
    "system dark": ("", ["--blink-settings=preferredColorScheme=0"]),
    "light notebook on a dark system": ('data-jp-theme-light="true"', ["--blink-settings=preferredColorScheme=0"]),
}
IS_DARK = {name: name.endswith("dark") for name in PAGES}

#: Rules such as notebook programs have for the tables of results, which must not win over those of a fragment.
HOST = ".host table{font-size:30px;table-layout:fixed;color:#777} .host td,.host th,.host tr{text-align:right;white-space:nowrap;color:#777} .host tbody tr:nth-child(odd){background:#888} .host a,.host code{background:#888;color:#777}"

MEASURE = """
const light = c => { const v = c.map(x => { x /= 255; return x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4 }); return 0.2126 * v[0] + 0.7152 * v[1] + 0.0722 * v[2] };
const rgb = text => text.match(/[\\d.]+/g).map(Number);
const ground = e => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor); if (c.length < 4 || c[3] > 0) return c } return [255, 255, 255] };
const root = document.querySelector('.si-root'), edge = root.getBoundingClientRect().right;
root.querySelectorAll('details').forEach(d => d.open = true);
const low = [], over = []; let texts = 0;
const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
while (walk.nextNode()) {
  const e = walk.currentNode.parentElement; if (!walk.currentNode.data.trim()) continue;
  texts++;
  const a = light(rgb(getComputedStyle(e).color)), b = light(ground(e)), ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  if (ratio < 4.5) low.push([walk.currentNode.data.slice(0, 40), ratio]);
}
root.querySelectorAll('*').forEach(e => { if (!e.parentElement.closest('.si-scroll') && e.getBoundingClientRect().right > edge + 1) over.push(e.className || e.tagName) });
const scrolled = [...root.querySelectorAll('.si-scroll')].filter(e => e.scrollWidth > e.clientWidth + 1).map(e => e.getAttribute('aria-label'));
const result = { texts, low, over, scrolled, page: document.documentElement.scrollWidth - innerWidth, ground: ground(root) };
document.body.textContent = 'RESULT' + JSON.stringify(result) + 'END';
"""


def rendered(folder: Path, fragment: str, width: int, where: str) -> Any:
    """What the browser measures of a fragment."""
    attributes, options = PAGES[where]
    page = folder / "page.html"
    page.write_text(
        f'<!doctype html><meta charset="utf-8"><style>{HOST}</style><body {attributes}><div class="host">{fragment}</div><script>{MEASURE}</script>',
        encoding="utf-8",
    )
    command = [
        str(BROWSER),
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        f"--user-data-dir={folder / 'profile'}",
        f"--window-size={width},900",
        *options,
        "--dump-dom",
        page.as_uri(),
    ]
    dom = subprocess.run(command, check=True, capture_output=True, timeout=120, text=True).stdout
    found = re.search("RESULT(.*)END", dom, re.DOTALL)
    assert found, f"the browser gave no measurement: {dom[:300]}"
    return json.loads(html.unescape(found[1]))


@pytest.mark.parametrize("kind", ["framework", "evidence", "school_year", "judgement", "rollup", "plan", "calendar"])
@pytest.mark.parametrize(("width", "where"), [(1280, "light"), (480, "jupyterlab dark")])
def test_text_is_readable_and_nothing_runs_over_the_edge(tmp_path: Path, kind: str, width: int, where: str) -> None:
    measured = rendered(tmp_path, samples.documents()[kind]._repr_html_(), width, where)  # type: ignore[union-attr]
    assert measured["texts"] > 10
    assert measured["low"] == []
    assert measured["over"] == []
    assert measured["page"] <= 0


@pytest.mark.parametrize("where", PAGES)
def test_a_fragment_is_dark_where_the_page_is(tmp_path: Path, where: str) -> None:
    measured = rendered(tmp_path, samples.judgement()._repr_html_(), 1000, where)
    assert measured["low"] == []
    assert (sum(measured["ground"][:3]) < 150) == IS_DARK[where]


def test_the_measurement_finds_what_it_looks_for(tmp_path: Path) -> None:
    pale = '<section class="si-root" style="width:200px;background:#fff"><p style="color:#999;width:900px">pale and wide</p></section>'
    measured = rendered(tmp_path, pale, 600, "light")
    assert [text for text, _ in measured["low"]] == ["pale and wide"]
    assert measured["over"] == ["P"] and measured["page"] > 0
