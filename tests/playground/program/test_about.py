"""What a report needs is there: versions, system, and where the work is kept."""

from __future__ import annotations

import platform

import numpy as np

from playground.program.about import facts
from playground.program.kept_session import session_folder


def test_the_facts_are_those_of_this_program() -> None:
    values = [value for _, value in facts()]
    assert np.__version__ in values[0]
    assert platform.python_version() in values[0]
    assert str(session_folder()) in values
