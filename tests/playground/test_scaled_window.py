"""Screens that show everything larger, up to 4K: every pixel of theirs is drawn, and no word is cut off."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from tests.playground.test_pictures import PICTURES
from tests.test_house import ROOT

SCREEN = (3840, 2160)  # pixels
SMALL = "1280x720"
KNOWN = "This plugin does not support"  # what the offscreen platform says of every window that is shown


@pytest.mark.parametrize("factor", [1.0, 1.5, 2.0])
def test_the_window_at_every_scale(factor: float) -> None:
    folder = PICTURES / "scaled"
    folder.mkdir(parents=True, exist_ok=True)
    sizes = [SMALL, "x".join(str(round(side / factor)) for side in SCREEN)]
    environment = {**os.environ, "QT_SCALE_FACTOR": str(factor), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "tests.playground.scaled_window", str(folder), *sizes]
    ran = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120)
    assert ran.returncode == 0, ran.stderr
    assert [line for line in ran.stderr.splitlines() if KNOWN not in line] == []
    shown = [json.loads(line) for line in ran.stdout.splitlines()]
    wanted = [[round(side * factor) for side in (1280, 720)], list(SCREEN)]
    assert [one["pixels"] for one in shown] == wanted
    assert [one["cut"] for one in shown] == [[], []]
