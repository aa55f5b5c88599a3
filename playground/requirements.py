"""Does what is installed here fit pyproject.toml? As much of the requirement syntax as that file uses.

It decides whether an active environment can be used as it is (exact versions are pip's work, by the constraints).
Standard library only.
"""

import operator
import re
import tomllib
from importlib import metadata
from pathlib import Path

COMPARISONS = {">=": operator.ge, "<": operator.lt, "!=": operator.ne, "==": operator.eq}


def packages_fit(project: Path, extra: str = "") -> bool:
    """Whether every requirement of this pyproject.toml, with those of one extra, is met in this environment."""
    table = tomllib.loads(project.read_text(encoding="utf-8"))["project"]
    wanted = [*table["dependencies"], *(table["optional-dependencies"][extra] if extra else [])]
    return all(requirement_fits(requirement) for requirement in wanted)


def requirement_fits(requirement: str) -> bool:
    """Whether a requirement such as `numpy>=2.1,<3` is met here; a package that is not there never does."""
    name = re.split(r"[<>=!, ]", requirement, maxsplit=1)[0]
    try:
        return version_fits(metadata.version(name), requirement[len(name) :])
    except metadata.PackageNotFoundError:
        return False


def version_fits(version: str, ranges: str) -> bool:
    """Whether `version` lies in every one of `ranges`, such as `>=2.1,<3,!=2.4.0`; no range at all admits any version.

    Raises ValueError for a comparison that COMPARISONS does not hold.
    """
    for part in filter(None, ranges.replace(" ", "").split(",")):
        split = re.fullmatch(r"(>=|<|!=|==)([\d.]+)", part)
        if split is None:
            raise ValueError(f"{part!r} is not a range; allowed: {', '.join(COMPARISONS)} and a number such as 1.2")
        if not COMPARISONS[split[1]](release(version), release(split[2])):
            return False
    return True


def release(version: str) -> tuple[int, ...]:
    """The numbers a version begins with, without closing zeros: 6.11.0 is (6, 11) and so equals 6.11."""
    leading = re.match(r"[\d.]*", version)
    numbers = [int(number) for number in re.findall(r"\d+", leading[0] if leading else "")]
    while numbers and numbers[-1] == 0:
        numbers.pop()
    return tuple(numbers)
