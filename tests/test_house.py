"""Rules of the house that no tool checks: names, docstrings, tests in their place, no trace of a machine."""

import ast
import re
import subprocess
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
THIS = Path(__file__).resolve()
PRODUCT = ("engine", "playground")
BINARY = {".npz", ".png", ".qm", ".otf", ".ttf", ".ico", ".safetensors"}
FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "misc", "common", "manager", "handler", "processor", "base"}
# Hosts of registries, and directories that exist on one machine: nobody lives in the one of "somebody".
TRACE_OF_A_MACHINE = re.compile(
    r"(?:^|[^\w.])/(?:tmp|work|root|home(?!/somebody/)|farm|opt|Users)/"
    r"|\b(?:pypi|pythonhosted|npmjs|debian|anaconda)[.](?:org|com)\b",
    re.MULTILINE,
)
UNFINISHED = re.compile(r"\b(?:TODO|FIXME|XXX)\b|raise NotImplementedError|pytest\.skip\(|mark\.(?:skip|xfail)\b")
SLOW_VALUES = re.compile(r"^from dataclasses import .*\bdataclass\b(?! as dataclass)")  # see engine/values.py
EXCEPTION = re.compile(r"noqa(?::\s*[A-Z0-9, ]+)?|type:\s*ignore(?:\[[\w, -]+\])?")


def tracked_files() -> list[Path]:
    """What belongs to the project: as git says, or, in an unpacked archive without git, everything but hidden files."""
    try:
        asked = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True)
    except FileNotFoundError:
        asked = None
    if asked is not None and asked.returncode == 0 and asked.stdout:
        return [ROOT / name for name in asked.stdout.split("\0") if name and (ROOT / name).is_file()]
    names = [path for top in (*PRODUCT, "assets", "tests") for path in (ROOT / top).rglob("*")]
    return [path for path in [*names, *ROOT.glob("*.*")] if path.is_file() and "__pycache__" not in path.parts]


FILES = [path for path in tracked_files() if path != THIS]
TEXTS = [path for path in FILES if path.suffix not in BINARY]
SOURCES = [path for path in FILES if path.suffix == ".py"]
MODULES = [path for path in SOURCES if path.relative_to(ROOT).parts[0] in PRODUCT]


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def lines_with(pattern: re.Pattern[str], paths: list[Path]) -> list[str]:
    """Every line of these files in which the pattern is found, with its place."""
    return [
        f"{name_of(path)}:{number}: {line.strip()}"
        for path in paths
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if pattern.search(line)
    ]


def words(name: str) -> set[str]:
    """The words of a file's or class's name: value_field and ValueField both hold value and field."""
    return {word.lower() for word in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+", name)}


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def test_the_files_of_the_project_are_found() -> None:
    assert {"pyproject.toml", "engine/__init__.py", "tests/conftest.py"} <= {name_of(path) for path in FILES}


@pytest.mark.parametrize(
    ("pattern", "found", "passed"),
    [
        (
            TRACE_OF_A_MACHINE,
            [
                "see " + "/home".join(["", "/ann/x"]),
                "/".join(["", "tmp", "x"]),
                ".".join(["https://pypi", "org/simple"]),
            ],
            ["a/tmp/b", "/home/somebody/x", "#!/usr/bin/env bash"],
        ),
        (
            UNFINISHED,
            ["# TODO: more", "@pytest.mark.skip", "raise NotImplementedError"],
            ["mark.skipif(reason)", "todos"],
        ),
        (
            SLOW_VALUES,
            ["from dataclasses import dataclass", "from dataclasses import asdict, dataclass, field"],
            ["from engine.values import dataclass", "from dataclasses import replace"],
        ),
        (EXCEPTION, ["x  # noqa", "x  # noqa: E501", "x  # type: ignore[arg-type]"], ["the type ignores it"]),
    ],
)
def test_the_patterns_find_what_they_are_for(pattern: re.Pattern[str], found: list[str], passed: list[str]) -> None:
    assert [text for text in found if not pattern.search(text)] == []
    assert [text for text in passed if pattern.search(text)] == []


def test_no_file_names_a_registry_or_a_place_on_some_machine() -> None:
    assert lines_with(TRACE_OF_A_MACHINE, TEXTS) == []


def test_a_module_says_its_idea() -> None:
    written = [path for path in SOURCES if path.stat().st_size > 0]  # an empty file only marks a package
    assert [name_of(path) for path in written if not ast.get_docstring(parsed(path))] == []


def test_names_say_what_a_thing_is() -> None:
    named = {(name_of(path), name) for path in SOURCES for name in (path.stem, path.parent.name)}
    named |= {
        (name_of(path), node.name)
        for path in SOURCES
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.ClassDef)
    }
    assert sorted((path, name) for path, name in named if words(name) & FORBIDDEN_NAMES) == []


def test_nothing_is_left_unfinished() -> None:
    assert lines_with(UNFINISHED, SOURCES) == []


def test_values_are_made_the_quick_way() -> None:
    """`from engine.values import dataclass`: nearly all of them are made at every start."""
    assert lines_with(SLOW_VALUES, MODULES) == []


def test_an_exception_has_its_reason_beside_it() -> None:
    """Once in a file is enough: the same exception further down has the same reason."""
    bare = []
    for path in SOURCES:
        lines = lines_with(EXCEPTION, [path])
        explained = {exception_of(line) for line in lines if len(words(EXCEPTION.split(line)[-1])) > 1}
        bare += [line for line in lines if exception_of(line) not in explained]
    assert bare == []


def exception_of(line: str) -> str:
    """What the line is excused from: `noqa: E402`."""
    found = EXCEPTION.search(line)
    return found[0].strip() if found else ""
