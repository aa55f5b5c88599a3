"""Exact versions of everything the set-up installs, without an address, inside the ranges that pyproject.toml gives."""

import re
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from playground.preflight import FAULTY_BINDINGS

ROOT = Path(__file__).resolve().parents[1]
LINES = (ROOT / ".ci/constraints.txt").read_text(encoding="utf-8").splitlines()
PINS = {canonicalize_name(line.partition("==")[0]): line.partition("==")[2] for line in LINES if line[:1] != "#"}
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
SYSTEMS = (("linux", "Linux", "posix"), ("darwin", "Darwin", "posix"), ("win32", "Windows", "nt"))
# What a wheel may ask for depends on these; every system and Python on which the set-up works.
ENVIRONMENTS = [
    {"sys_platform": system, "platform_system": name, "os_name": os_name, "python_version": python, "extra": ""}
    | {"python_full_version": f"{python}.0", "platform_python_implementation": "CPython"}
    for system, name, os_name in SYSTEMS
    for python in ("3.11", "3.12", "3.13", "3.14")
]


def own_requirements() -> list[Requirement]:
    project = SETTINGS["project"]
    extras = [text for texts in project["optional-dependencies"].values() for text in texts]
    return [Requirement(text) for text in [*SETTINGS["build-system"]["requires"], *project["dependencies"], *extras]]


def applies(requirement: Requirement) -> bool:
    return requirement.marker is None or any(requirement.marker.evaluate(dict(one)) for one in ENVIRONMENTS)


def needed_packages() -> set[str]:
    """Names of what the project asks for, and of what that asks for in turn, on any system."""
    needed: set[str] = set()
    open_names = {canonicalize_name(requirement.name) for requirement in own_requirements()}
    while open_names:
        name = open_names.pop()
        needed.add(name)
        try:
            texts = metadata.requires(name) or []
        except metadata.PackageNotFoundError:
            continue  # wanted on another system only
        wanted = [requirement for requirement in map(Requirement, texts) if applies(requirement)]
        open_names |= {canonicalize_name(requirement.name) for requirement in wanted} - needed
    return needed


def test_every_line_is_one_exact_version() -> None:
    assert [line for line in LINES if not re.fullmatch(r"#.*|[A-Za-z0-9._-]+==[0-9][0-9a-z.]*", line)] == []
    assert len(PINS) > 20


def test_everything_that_is_installed_is_pinned_and_nothing_else() -> None:
    assert set(PINS) == needed_packages()


@pytest.mark.parametrize("requirement", own_requirements(), ids=str)
def test_the_pins_lie_in_the_ranges(requirement: Requirement) -> None:
    assert requirement.specifier.contains(PINS[canonicalize_name(requirement.name)])


@pytest.mark.parametrize("numbers", sorted(FAULTY_BINDINGS))
def test_a_binding_that_aborts_cannot_be_chosen(numbers: tuple[int, ...]) -> None:
    (binding,) = [one for one in own_requirements() if one.name == "PySide6_Essentials"]
    assert not binding.specifier.contains(".".join(map(str, numbers)))
