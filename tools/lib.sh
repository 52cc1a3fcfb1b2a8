# Shared by run-demo.sh and run-tests.sh: installs what is missing and makes the virtual environment. Safe to run again.

say() { printf '\n== %s\n' "$*"; }

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

# Debian packages: compiler, build tools, and the libraries named in ARCHITECTURE.md; more may be named.
install_packages() {
  local wanted="$* g++ cmake ninja-build pkg-config python3 python3-dev python3-venv libabsl-dev libhwy-dev nlohmann-json3-dev libgtest-dev libgmock-dev libbenchmark-dev"
  local missing=""
  for package in $wanted; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing="$missing $package"
  done
  if [ -n "$missing" ]; then
    say "Installing Debian packages:$missing"
    as_root apt-get update -qq
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
  else
    say "Debian packages: all there"
  fi
}

# One virtual environment for the project, .venv; the interpreter is Debian's own unless PYTHON says otherwise.
make_venv() {
  local python=${PYTHON:-/usr/bin/python3}
  if [ ! -x .venv/bin/python ]; then
    say "Making the virtual environment .venv"
    "$python" -m venv .venv
  fi
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --upgrade pip
}

# Builds the wheel from this checkout and installs it with the extras named in $1, in the versions the tests are known to pass with; further arguments are pip's.
install_schoolimp() {
  local extras=$1
  shift
  say "Building and installing schoolimp (extras: $extras)"
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --constraint tools/constraints.txt "$@" ".[$extras]"
}
