"""The version is a number, installed or not."""

from __future__ import annotations

import re

import pytest

from playground.version import version


@pytest.mark.parametrize("package", ["neural-playground", "no-such-package-anywhere"])
def test_the_version_is_a_number(monkeypatch: pytest.MonkeyPatch, package: str) -> None:
    monkeypatch.setattr("playground.version.PACKAGE", package)
    assert re.match(r"\d+\.\d+", version())
