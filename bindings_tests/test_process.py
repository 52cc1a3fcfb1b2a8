"""The extension as a file and as a guest: what it links, what it leaves behind."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import textwrap

import pytest
import schoolimp as si

ALLOWED = {"linux-vdso", "libstdc++", "libm", "libgcc_s", "libc", "ld-linux-x86-64", "ld-linux-aarch64", "libpthread"}


@pytest.mark.skipif(shutil.which("ldd") is None, reason="ldd is not here")
def test_needs_the_run_time_libraries_of_the_language_only():
    listing = subprocess.run(["ldd", si._core.__file__], capture_output=True, text=True, check=True).stdout
    names = {re.split(r"\.so", line.split()[0].rsplit("/", 1)[-1])[0] for line in listing.splitlines() if line.strip()}
    assert "libstdc++" in names
    assert names <= ALLOWED


@pytest.mark.skipif(shutil.which("nm") is None, reason="nm is not here")
def test_exports_its_init_function_only():
    listing = subprocess.run(["nm", "-D", "--defined-only", si._core.__file__], capture_output=True, text=True, check=True).stdout
    assert [line.split()[-1] for line in listing.splitlines()] == ["PyInit__core"]


def run(code: str, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *options, "-c", textwrap.dedent(code)], capture_output=True, text=True, timeout=120, check=False)


def test_import_and_exit_leaves_no_word():
    result = run("import schoolimp; schoolimp.framework('pvat')", "-W", "error", "-X", "dev")
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")


def test_exit_with_values_and_errors_alive():
    result = run(
        """
        import schoolimp as si
        keep = [si.framework(info.id) for info in si.frameworks()]
        try:
            si.Framework.from_json('{}')
        except si.InvalidDocumentError as error:
            keep.append(error)
        """
    )
    assert (result.returncode, result.stderr) == (0, "")


def test_memory_does_not_grow():
    result = run(
        """
        import gc, resource
        import schoolimp as si
        text = si.framework('pvat').to_json()
        def turn():
            for _ in range(15):
                framework = si.Framework.from_json(text)
                framework.to_dict(); framework.to_json(); hash(framework)
                try:
                    si.Framework.from_json('{"schema": "schoolimp/framework/1"}')
                except si.InvalidDocumentError:
                    pass
            gc.collect()
        def peak():
            return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        turn(); turn()
        before = peak()
        for _ in range(4):
            turn()
        print(peak() - before)
        """
    )
    assert result.stderr == ""
    assert int(result.stdout) < 8 * 1024, "kilobytes of growth over 60 frameworks"


def test_objects_are_freed_with_their_values():
    result = run(
        """
        import gc, sys, weakref
        import schoolimp as si
        trust = si.Trust.from_dict({'schema': 'schoolimp/trust/1', 'id': 't', 'name': 'T', 'schools': []})
        watch = weakref.ref(trust)
        error = None
        try:
            si.Trust.from_json('{')
        except si.SchoolImpError as caught:
            error = weakref.ref(caught)
        del trust
        gc.collect()
        print(watch() is None, error() is None)
        """
    )
    assert (result.stdout.strip(), result.stderr) == ("True True", "")


def test_a_missing_extension_is_explained(tmp_path):
    package = tmp_path / "schoolimp"
    package.mkdir()
    shutil.copy(si.__file__, package / "__init__.py")
    result = run(f"import sys; sys.path.insert(0, {str(tmp_path)!r}); import schoolimp")
    assert result.returncode == 1
    assert "compiled part of schoolimp cannot be loaded" in result.stderr
    assert "python -m pip install" in result.stderr
