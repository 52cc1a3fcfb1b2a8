"""Settings of the documentation site; tools/build-docs.sh builds it. The package is described as it is installed."""

from __future__ import annotations

import sys
from pathlib import Path

import schoolimp

sys.path.insert(0, str(Path(__file__).resolve().parent / "_site"))

project = "schoolimp"
author = "The schoolimp project"
version = release = schoolimp.__version__
language = "en-GB"

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.autosummary",
    "block_lexers",  # From here on they are in _site.
    "block_pictures",
    "docstrings",
    "known_names",
    "reference_entries",
]
exclude_patterns = ["_site"]

# Pages are Markdown that reads well by itself: colon fences keep directives apart from the code blocks, which the tests run.
# A link to a file of the project that is no page, such as an example in C++, is a download of that file.
myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 4
smartquotes_action = "D"  # Dashes only: "outstanding " and "48.5%" are quoted as they are typed.

# References: docstrings in NumPy style; a name that leads nowhere is a warning, and a warning stops the build.
nitpicky = True
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_typehints_format = "short"
autodoc_preserve_defaults = True
autodoc_default_options = {"members": True, "inherited-members": "object, BaseException, int, tuple, dict, Enum, Flag, ReprEnum"}
autosummary_generate = False
python_use_unqualified_type_names = True
python_maximum_signature_line_length = 100

html_theme = "furo"  # Works without network, scripts are its own, fonts are the reader's.
html_title = f"schoolimp {release}"
html_static_path = ["_site/static"]
html_css_files = ["site.css"]
html_copy_source = False
html_show_copyright = False
html_theme_options = {"navigation_with_keys": True}
