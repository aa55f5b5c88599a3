"""The window on screens that show everything larger: pictures, and the words that are cut off there.

    QT_SCALE_FACTOR=1.5 python -m tests.playground.scaled_window FOLDER 1280x720 2560x1440

Sizes are in device-independent pixels. One line of JSON for each: pixels of its picture, and what is cut off. A process
of its own, since Qt reads the factor once.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from engine.presets import preset
from playground.program.application import make_application
from playground.ui import theme as look
from playground.ui.main_window import MainWindow
from tests.playground.ui.snapshots import make_experiment, make_snapshot
from tests.playground.ui.test_accessibility import is_cut, is_narrow, said

KIND = "blobs"


def settle() -> None:
    """Everything that was asked for is laid out and drawn."""
    for _ in range(30):  # heights that follow widths come to rest after some rounds
        QApplication.processEvents()


def cut_words(window: QWidget) -> list[str]:
    """What cannot be read whole, for a failure's message."""
    labels = [f"{said(one)} {one.text()!r}" for one in window.findChildren(QLabel) if is_cut(one)]
    return labels + [said(one) for one in window.findChildren(QAbstractButton) if is_narrow(one)]


def main(folder: Path, sizes: list[str]) -> None:
    """Show a made-up run at these sizes."""
    look.apply(make_application(), look.LIGHT)
    window = MainWindow()
    window.show_experiment(preset(KIND))
    window.show_snapshot(make_snapshot(make_experiment(KIND), surface_size=60, unit_size=24))
    window.show()
    for size in sizes:
        width, height = map(int, size.split("x"))
        window.resize(width, height)
        settle()
        picture = window.grab()
        picture.save(str(folder / f"{size}@{os.environ['QT_SCALE_FACTOR']}.png"))
        print(json.dumps({"pixels": [picture.width(), picture.height()], "cut": cut_words(window)}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
