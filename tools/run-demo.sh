#!/usr/bin/env bash
# Builds schoolimp and runs the main job on the example trust that comes with it: judgements, plans, calendar into demo-output/.
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/lib.sh

install_packages
make_venv
install_schoolimp tables
say "Running the main job: schoolimp demo --output demo-output"
.venv/bin/schoolimp demo --output demo-output
say "Done. The command is .venv/bin/schoolimp; the results are in demo-output/"
