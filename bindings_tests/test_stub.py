"""The stub of the extension says what the extension has: the same names, the same parameters in the same order."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
import schoolimp as si
from schoolimp import _core

STUB = ast.parse((Path(si.__file__).parent / "_core.pyi").read_text(encoding="utf-8"))


def parameters(function: ast.FunctionDef) -> list[str]:
    return [argument.arg for argument in function.args.args if argument.arg != "self"]


def stub_functions(body: list[ast.stmt]) -> dict[str, ast.FunctionDef]:
    return {node.name: node for node in body if isinstance(node, ast.FunctionDef)}


def bound_parameters(function: object) -> list[str]:
    """Parameter names of a bound function, from the first line of its documentation."""
    inside = function.__doc__.split("\n")[0].split("(", 1)[1].rsplit(") ->", 1)[0]
    return [name for name in re.findall(r"(?:^|, )(\w+): ", inside) if name != "self"]


FUNCTIONS = stub_functions(STUB.body)
CLASSES = {node.name: stub_functions(node.body) for node in STUB.body if isinstance(node, ast.ClassDef) and not node.name.startswith("_")}


def test_the_same_names():
    public = {name for name in vars(_core) if not name.startswith("_")}
    assert public == set(FUNCTIONS) | set(CLASSES)
    assert isinstance(_core.__version__, str)


@pytest.mark.parametrize("name", sorted(FUNCTIONS))
def test_the_same_parameters(name):
    assert bound_parameters(getattr(_core, name)) == parameters(FUNCTIONS[name])


@pytest.mark.parametrize("name", sorted(CLASSES))
def test_the_same_members(name):
    bound = getattr(_core, name)
    members = {member for member in vars(bound) if not member.startswith("_")}
    assert members == {member for member in CLASSES[name] if not member.startswith("_")}
    for member, function in CLASSES[name].items():
        is_property = any(isinstance(mark, ast.Name) and mark.id == "property" for mark in function.decorator_list)
        assert isinstance(vars(bound)[member], property) == is_property
        if not is_property:
            assert bound_parameters(getattr(bound, member)) == parameters(function)


def test_the_package_names_what_it_offers():
    assert len(set(si.__all__)) == len(si.__all__)
    for name in si.__all__:
        assert hasattr(si, name), name
        documented = getattr(si, name)
        assert name == "__version__" or documented.__doc__, name
    modules = ("errors", "evidence", "frameworks", "judgement", "plan", "calendar", "schoolyear", "trust")
    for module in modules:
        offered = __import__(f"schoolimp.{module}", fromlist=["__all__"]).__all__
        assert set(offered) <= set(si.__all__), module


def test_one_version_everywhere(root):
    assert f'version = "{si.__version__}"' in (root / "pyproject.toml").read_text()
    assert f"project(schoolimp VERSION {si.__version__} " in (root / "CMakeLists.txt").read_text()
