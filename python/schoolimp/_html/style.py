"""The stylesheet of a fragment and the element around it."""

from __future__ import annotations

from collections.abc import Mapping

from .colours import DARK, LIGHT, TONES
from .markup import Html, join, tag

__all__ = ["LANGUAGE", "STYLE", "fragment"]

LANGUAGE = "en-GB"

_LIGHT_PAGES = ('[data-jp-theme-light="true"]', ".vscode-light", ".vscode-high-contrast-light")
_DARK_PAGES = ('[data-jp-theme-light="false"]', ".vscode-dark", ".vscode-high-contrast:not(.vscode-high-contrast-light)")

# Selectors name .si-root and one class more, and rows an :nth-child, so that the table rules of notebook programs do not win over them.
_RULES = """
.si-root{color:var(--si-text);background:var(--si-page);border:1px solid var(--si-line);border-radius:4px;padding:12px 14px;font:14px/1.45 system-ui,sans-serif;max-width:1100px;text-align:left;overflow-wrap:break-word}
.si-root .si-title{font-size:17px;font-weight:600;margin:0 0 2px;color:var(--si-text)}
.si-root .si-about,.si-root .si-more{color:var(--si-muted);margin:2px 0 8px}
.si-root .si-part{font-size:13px;font-weight:600;margin:10px 0 2px}
.si-root .si-muted{color:var(--si-muted)}
.si-root .si-scroll{overflow-x:auto;margin:6px 0}
.si-root .si-table{border-collapse:collapse;margin:0;width:auto;border:0;color:var(--si-text);background:var(--si-page);font-size:13px}
.si-root .si-table caption{caption-side:top;text-align:left;font-weight:600;color:var(--si-text);padding:4px 0}
.si-root .si-table th,.si-root .si-table td{text-align:left;vertical-align:top;padding:4px 8px;border:0;border-bottom:1px solid var(--si-line);white-space:normal;color:var(--si-text);background:var(--si-page);max-width:46em;min-width:4em}
.si-root .si-table th{font-weight:600}
.si-root .si-table tbody tr:nth-child(n){background:var(--si-page)}
.si-root .si-table tbody tr:nth-child(even) td,.si-root .si-table tbody tr:nth-child(even) th{background:var(--si-stripe)}
.si-root .si-table .si-number{text-align:right;font-variant-numeric:tabular-nums}
.si-root details{margin:6px 0}
.si-root summary{cursor:pointer;font-weight:600;color:var(--si-link)}
.si-root summary:focus-visible,.si-root .si-scroll:focus-visible{outline:2px solid var(--si-link);outline-offset:2px}
.si-root ul,.si-root ol{margin:4px 0;padding-left:22px}
.si-root li{margin:2px 0}
.si-root code{font:12px/1.4 ui-monospace,monospace;color:var(--si-text);background:none;padding:0;white-space:pre-wrap}
.si-root .si-badge{display:inline-block;border-radius:3px;padding:0 6px;margin:0 1px 2px 0;border:1px solid currentColor;font-weight:600}
.si-root .si-word{white-space:nowrap}
.si-root .si-months{display:grid;grid-template-columns:repeat(auto-fill,minmax(252px,1fr));gap:8px 16px;align-items:start;margin:8px 0}
.si-root .si-months .si-table{font-size:12px;table-layout:fixed;width:100%}
.si-root .si-months .si-table th,.si-root .si-months .si-table td{padding:1px 2px;text-align:center;min-width:0;white-space:nowrap;overflow-wrap:normal}
.si-root .si-months .si-table tbody tr:nth-child(even) td{background:var(--si-page)}
""".strip()


def _variables(colours: Mapping[str, str]) -> str:
    return ";".join(f"--si-{name}:{colour}" for name, colour in colours.items())


def _on(pages: tuple[str, ...]) -> str:
    return ",".join(f"{page} .si-root" for page in pages)


def _tones() -> str:
    return "\n".join(
        f".si-root .si-{tone},.si-root .si-table tbody tr:nth-child(n) td.si-{tone}{{color:var(--si-{tone}-text);background:var(--si-{tone})}}"
        for tone in TONES
    )


#: The system's wish comes first and what the notebook program says of its page after it, for a light notebook may stand on a dark system.
STYLE = "\n".join(
    (
        f".si-root{{{_variables(LIGHT)}}}",
        f"@media (prefers-color-scheme:dark){{.si-root{{{_variables(DARK)}}}}}",
        f"{_on(_LIGHT_PAGES)}{{{_variables(LIGHT)}}}",
        f"{_on(_DARK_PAGES)}{{{_variables(DARK)}}}",
        f"@media print{{.si-root,{_on(_DARK_PAGES)}{{{_variables(LIGHT)}}}}}",
        _RULES,
        _tones(),
    )
)


def fragment(label: str, *children: object) -> str:
    """Return a whole fragment: its stylesheet and one section with a label for those who do not see it. It has no ids, so any number may stand on a page."""
    return str(join(tag("style", Html(STYLE)), tag("section", *children, class_="si-root", lang=LANGUAGE, aria_label=label)))
