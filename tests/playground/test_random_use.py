"""Ten thousand things that a user may do, in four parts: nothing raises, hangs or is lost, and undo leads back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.experiment_file import experiment_from_json, experiment_to_json
from engine.presets import preset
from playground import app
from playground.program.application import make_application
from playground.ui import theme as look
from playground.ui.language import install_language
from tests.playground.random_user import RandomUser

ACTS, PARTS = 10_000, 4
LOOKED_AT = 25  # acts between two looks at the whole


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[app.Playground]:
    application = make_application()
    look.apply(application, look.LIGHT)
    install_language(application, "en")
    playground = app.Playground(application, preset("circle"))
    playground.window.resize(1280, 720)
    with qtbot.waitExposed(playground.window):
        playground.window.show()
    yield playground
    playground.window.close()
    playground.session.close()
    playground.window.deleteLater()
    playground.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    install_language(application, "en")
    look.apply(application, look.LIGHT)


@pytest.mark.timeout(900)
@pytest.mark.parametrize("seed", range(PARTS))
def test_whatever_a_user_does_the_window_lives_and_undo_leads_back(
    opened: app.Playground, qtbot: QtBot, seed: int
) -> None:
    user, first = RandomUser(opened.window, seed), opened.document.experiment
    for number in range(ACTS // PARTS):
        try:
            user.act()
            if number % LOOKED_AT == 0:
                assert_whole(opened)
        except Exception as error:
            raise AssertionError(f"act {number} of seed {seed}: {error!r}, after {list(user.deeds)}") from error
    user.leave_everything()
    assert opened.document.undo_stack.count() > 0, "the user has changed something"
    while opened.document.undo_stack.canUndo():
        opened.document.undo()
    assert opened.document.experiment == first
    assert not opened.document.restrictions
    opened.session.pause()
    opened.session.reset()
    qtbot.waitUntil(lambda: shows(opened, first), timeout=30_000)


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
