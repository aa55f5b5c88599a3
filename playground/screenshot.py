"""A picture of the window after some training, as it would be seen; for documents, and for a look at what was made."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from engine.experiment import Experiment
from engine.snapshot import Snapshot
from playground.app import Playground
from playground.program.application import make_application
from playground.ui import theme as look
from playground.ui.language import install_language


def take_screenshot(
    path: Path, experiment: Experiment, epochs: int, size: tuple[int, int], theme: str, language: str
) -> None:
    """Train for so many epochs, as the window does, and write what it then shows. Raises OSError."""
    application = make_application()
    look.apply(application, look.DARK if theme == "dark" else look.LIGHT)
    install_language(application, language)
    playground = Playground(application, experiment)
    window = playground.window
    window.resize(QSize(*size))
    window.show()
    for _ in range(epochs):
        playground.session.step_epoch()
    trainer_done = playground.session.export_state(timeout=3600.0)
    assert trainer_done.experiment == experiment, "the session trains what was submitted"
    _wait_for_epoch(application, playground, epochs)
    written = window.grab().save(str(path))
    window.close()
    if not written:
        raise OSError(f"{path}: the picture cannot be written")


def _wait_for_epoch(application: QApplication, playground: Playground, epochs: int) -> None:
    """Let events pass until the snapshot of the last epoch, or of a failure, has been shown."""
    seen: list[Snapshot] = []
    playground.clock.frame.connect(seen.append)
    while not any(one.epoch >= epochs or one.failure is not None for one in seen):
        application.processEvents()
        snapshot = playground.session.latest()
        if snapshot is not None and (snapshot.epoch >= epochs or snapshot.failure is not None):
            playground.window.show_snapshot(snapshot)
            seen.append(snapshot)
    application.processEvents()
