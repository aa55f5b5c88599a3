"""Around each test: settings of nobody, the light theme, English, and a program that is ended afterwards."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.experiment import Experiment
from engine.presets import preset
from playground import app
from playground.program.application import make_application
from playground.ui import theme as look
from playground.ui.language import install_language
from tests.playground.seen import Seen, waiting_for

Start = Callable[..., app.Playground]


@pytest.fixture(autouse=True)
def fresh() -> Iterator[QApplication]:
    """The application in its first dress, with empty settings, before and after."""
    application = make_application()
    undress(application)
    yield application
    undress(application)


def undress(application: QApplication) -> None:
    QSettings().clear()
    look.apply(application, look.LIGHT)
    install_language(application, "en")


@pytest.fixture
def start(fresh: QApplication, qtbot: QtBot) -> Iterator[Start]:
    """Starts programs and shows their windows; `start()` with what `Playground` takes."""
    running: list[app.Playground] = []

    def make(experiment: Experiment | None = None, **more: object) -> app.Playground:
        playground = app.Playground(fresh, experiment or preset("circle"), **more)
        running.append(playground)
        playground.window.resize(1280, 720)
        with qtbot.waitExposed(playground.window):
            playground.window.show()
        return playground

    yield make
    for playground in running:
        end(playground)


def end(playground: app.Playground) -> None:
    """Close the window, as the user does, and take all of it away."""
    playground.window.close()
    playground.window.deleteLater()
    playground.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def opened(start: Start) -> app.Playground:
    """A program with the circle in its window."""
    return start()


@pytest.fixture
def seen(opened: app.Playground, qtbot: QtBot) -> Seen:
    """Wait for a snapshot that fulfils a condition."""
    return waiting_for(opened.session, qtbot)
