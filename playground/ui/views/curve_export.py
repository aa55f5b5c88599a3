"""The curves as a file: a picture (PNG, SVG) or the numbers (CSV). A file is written whole or not at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from engine.files import write_whole

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
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image(draw).save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes for the format, Qt takes text
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


def write_csv(path: Path, table: str) -> None:
    """Write a table's text. Raises OSError."""
    write_whole(path, table.encode("utf-8"))


def image(draw: Callable[[QPainter], None]) -> QImage:
    """What `draw` paints on SIZE at SHARPNESS pixels a pixel."""
    result = QImage(SIZE * SHARPNESS, QImage.Format.Format_RGB32)
    result.setDevicePixelRatio(SHARPNESS)
    painter = QPainter(result)
    draw(painter)
    painter.end()
    return result
