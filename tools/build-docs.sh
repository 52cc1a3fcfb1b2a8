#!/usr/bin/env bash
# Builds the documentation site into build/site from docs/*.md and the docstrings of the package; begin with build/site/index.html. A warning is a failure.
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/lib.sh

install_packages
make_venv
install_schoolimp docs
say "Building the site"
rm -rf build/site build/site.doctrees
.venv/bin/python docs/_site/build.py build/site
say "build/site/index.html"
