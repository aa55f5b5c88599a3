"""Versions against ranges, and pyproject.toml against what is installed."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from packaging.specifiers import SpecifierSet

from playground.requirements import packages_fit, release, requirement_fits, version_fits

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("version", "ranges", "fits"),
    [
        ("2.4.6", ">=2.1,<3", True),
        ("3.0", ">=2.1,<3", False),
        ("2.0.9", ">=2.1, <3", False),
        ("6.11.0", ">=6.10.3,!=6.11.0,<6.13", False),
        ("6.11", "!=6.11.0", False),
        ("6.11.3", ">=6.10.3,!=6.11.0,<6.13", True),
        ("2.10", ">=2.9", True),
        ("1.0.post1", "==1.0", True),
        ("7", "", True),
    ],
)
def test_version_fits(version: str, ranges: str, fits: bool) -> None:
    assert version_fits(version, ranges) is fits


number = st.lists(st.integers(0, 12), min_size=1, max_size=3).map(lambda parts: ".".join(map(str, parts)))


@given(number, st.lists(st.tuples(st.sampled_from([">=", "<", "!=", "=="]), number), max_size=3))
def test_it_agrees_with_the_packaging_library(version: str, parts: list[tuple[str, str]]) -> None:
    ranges = ",".join(comparison + bound for comparison, bound in parts)
    assert version_fits(version, ranges) == SpecifierSet(ranges).contains(version)


@pytest.mark.parametrize("ranges", ["~=1.2", ">1.2", "==1.*", "1.2"])
def test_a_comparison_it_does_not_know_is_an_error(ranges: str) -> None:
    with pytest.raises(ValueError, match="is not a range"):
        version_fits("1.2", ranges)


def test_release_drops_closing_zeros() -> None:
    assert release("6.11.0") == release("6.11") == (6, 11)
    assert release("0") == release("") == ()


def test_requirements_of_installed_and_of_absent_packages() -> None:
    assert requirement_fits("pytest>=1")
    assert requirement_fits("pytest")
    assert not requirement_fits("pytest<1")
    assert not requirement_fits("a-package-that-nobody-made>=1")


@pytest.mark.parametrize("extra", ["", "test"])
def test_this_environment_fits_the_project(extra: str) -> None:
    assert packages_fit(ROOT / "pyproject.toml", extra)


def test_one_package_that_does_not_fit_is_enough(tmp_path: Path) -> None:
    project = tmp_path / "pyproject.toml"
    project.write_text('[project]\ndependencies = ["numpy>=2"]\noptional-dependencies = {test = ["pytest<1"]}\n')
    assert packages_fit(project)
    assert not packages_fit(project, "test")
