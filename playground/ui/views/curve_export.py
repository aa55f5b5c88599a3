"""The curves as a file: a picture (PNG, SVG) or the numbers (CSV). A file is written whole or not at all."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from engine.files import write_whole
from engine.snapshot import SETS, Curves

KINDS = (".png", ".svg", ".csv")
SIZE = QSize(720, 440)  # of the picture, in pixels
SHARPNESS = 2  # pixels of a PNG for each of those


def check_path(path: str | Path) -> Path:
    """`path` itself; ValueError unless its name ends in one of KINDS."""
    target = Path(path)
    if target.suffix.lower() not in KINDS:
        raise ValueError(f"path: {target.name!r} is not allowed; allowed: a name that ends in {', '.join(KINDS)}")
    return target


def write_png(path: Path, draw: Callable[[QPainter], None]) -> None:
    """Write what `draw` paints on SIZE at SHARPNESS pixels a pixel. Raises OSError."""
    image = QImage(SIZE * SHARPNESS, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(SHARPNESS)
    painter = QPainter(image)
    draw(painter)
    painter.end()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes for the format, Qt takes text
    write_whole(path, bytes(content.data()))


def write_svg(path: Path, title: str, draw: Callable[[QPainter], None]) -> None:
    """Write what `draw` paints on SIZE as lines and texts. Raises OSError."""
    content = QByteArray()
    buffer = QBuffer(content)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(SIZE)
    generator.setViewBox(QRect(0, 0, SIZE.width(), SIZE.height()))
    generator.setTitle(title)
    painter = QPainter(generator)
    draw(painter)
    painter.end()
    write_whole(path, bytes(content.data()))


def write_csv(path: Path, curves: Curves, regression: bool) -> None:
    """Write a row for each epoch that `curves` hold; an empty cell is a set without samples. Raises OSError."""
    second = "mse" if regression else "accuracy"
    columns = {"epoch": curves.epochs}
    columns.update({f"cost_{name}": curves.cost[name] for name in SETS})
    columns.update({f"{second}_{name}": curves.accuracy[name] for name in SETS})
    columns.update({"penalty": curves.penalty, "learning_rate": curves.learning_rate})
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    rows = zip(*(values.tolist() for values in columns.values()), strict=True)
    writer.writerows([_cell(value) for value in row] for row in rows)
    write_whole(path, text.getvalue().encode("utf-8"))


def _cell(value: float) -> str:
    return "" if math.isnan(value) else f"{value:.9g}"
