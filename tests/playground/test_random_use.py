"""Ten thousand things that a user may do, in four parts: nothing raises, hangs or is lost, and undo leads back.

Where chance has not come a thorough user goes at the end. All parts together come to every action, edit every field by
its control, and see every kind of widget and every lesson; what they miss is written down in `.artefacts/`.
"""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.experiment_file import experiment_from_json, experiment_to_json
from engine.presets import preset
from playground import app
from playground.program.application import make_application
from playground.program.garbage import GarbageCollection
from playground.ui import theme as look
from playground.ui.language import install_language
from tests.playground.random_user import NEVER, RandomUser
from tests.playground.reach import Reach, missing
from tests.playground.thorough_user import ThoroughUser
from tests.test_house import ROOT

ACTS, PARTS = 10_000, 4
LOOKED_AT = 25  # acts between two looks at the whole
REPORT = ROOT / ".artefacts" / "random-use-missed.json"


@pytest.fixture(scope="module")
def all_parts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that the processes of one run share: what each part has reached."""
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID")
    folder = tmp_path_factory.getbasetemp().parent / f"reached-{run}" if run else tmp_path_factory.mktemp("reached")
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[app.Playground]:
    application, before = make_application(), threads()
    look.apply(application, look.LIGHT)
    install_language(application, "en")
    playground = app.Playground(application, preset("circle"))
    playground.window.resize(1280, 720)
    with qtbot.waitExposed(playground.window):
        playground.window.show()
    playground.callout_memory.recall()
    yield playground
    playground.window.close()
    playground.session.close()
    playground.window.deleteLater()
    playground.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    install_language(application, "en")
    look.apply(application, look.LIGHT)
    qtbot.waitUntil(lambda: threads() <= before, timeout=10_000)


def threads() -> int:
    """How many threads the process has, whoever started them, but for those that Qt scales images with and keeps a
    while; where nothing tells, those of Python."""
    tasks = Path("/proc/self/task")
    if not tasks.is_dir():
        return threading.active_count()
    return sum((task / "comm").read_text().strip() != "Thread (pooled)" for task in tasks.iterdir())


@pytest.mark.timeout(1800)
@pytest.mark.parametrize("seed", range(PARTS))
def test_whatever_a_user_does_the_window_lives_and_undo_leads_back(
    opened: app.Playground, qtbot: QtBot, tmp_path: Path, all_parts: Path, seed: int
) -> None:
    user, first = RandomUser(opened.window, seed, tmp_path), opened.document.experiment
    reach = Reach(opened)
    GarbageCollection(opened)  # as in the program; else this would be gigabytes
    for number in range(ACTS // PARTS):
        try:
            user.act()
            reach.look(everywhere=number % LOOKED_AT == 0)
            if number % LOOKED_AT == 0:
                assert_whole(opened)
        except Exception as error:
            raise AssertionError(f"act {number} of seed {seed}: {error!r}, after {list(user.deeds)}") from error
    user.leave_everything()
    ThoroughUser(opened, user, reach, tmp_path, qtbot).finish()
    assert_whole(opened)
    assert opened.document.undo_stack.count() > 0, "the user has changed something"
    while opened.document.undo_stack.canUndo():
        opened.document.undo()
    assert opened.document.experiment == first
    assert not opened.document.restrictions
    opened.session.pause()
    opened.session.reset()
    qtbot.waitUntil(lambda: shows(opened, first), timeout=30_000)
    reach.keep(all_parts / f"seed-{seed}.json")
    kept = list(all_parts.glob("seed-*.json"))
    if len(kept) == PARTS:  # the last one to end, of whatever process
        left = {name: sorted(names - NEVER) for name, names in missing(kept).items()}
        REPORT.parent.mkdir(exist_ok=True)
        REPORT.write_text(json.dumps(left, indent=1), encoding="utf-8")
        # What else chance met depends on how far training had come: the report names it, other tests drive all of it.
        assert not any(left[kind] for kind in ("actions", "fields", "lessons")), left


def assert_whole(opened: app.Playground) -> None:
    """The experiment is one that can be kept, and the window is there."""
    experiment = opened.document.experiment
    assert experiment_from_json(experiment_to_json(experiment)) == experiment
    assert opened.window.isVisible()
    assert not opened.session.is_closed


def shows(opened: app.Playground, experiment: object) -> bool:
    """Whether the newest snapshot is of this experiment, before its first step."""
    snapshot = opened.session.latest()
    return snapshot is not None and snapshot.experiment == experiment and snapshot.step == 0
