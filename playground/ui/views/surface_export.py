"""The decision surface as a file: a picture (PNG), or a drawing of lines and marks around it (SVG).

A file is written whole or not at all.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from engine.files import write_whole

KINDS = (".png", ".svg")
SHARPNESS = 2  # pixels of a PNG for each of the picture's
Draw = Callable[[QPainter], None]


def image_of(size: QSize, draw: Draw) -> QImage:
    """What `draw` paints on `size`, at SHARPNESS pixels a pixel."""
    image = QImage(size * SHARPNESS, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(SHARPNESS)
    with QPainter(image) as painter:
        draw(painter)
    return image


def write_picture(path: Path, title: str, size: QSize, draw: Draw) -> None:
    """Write what `draw` paints on `size`. Raises OSError; ValueError unless the name ends in one of KINDS."""
    kind = path.suffix.lower()
    if kind not in KINDS:
        raise ValueError(f"path: {path.name!r} is not allowed; allowed: a name that ends in {', '.join(KINDS)}")
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if kind == ".png":
        image_of(size, draw).save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes, Qt takes text
    else:
        _draw_svg(buffer, title, size, draw)
    buffer.close()
    write_whole(path, bytes(content.data()))


def _draw_svg(buffer: QBuffer, title: str, size: QSize, draw: Draw) -> None:
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(size)
    generator.setViewBox(QRect(0, 0, size.width(), size.height()))
    generator.setTitle(title)
    with QPainter(generator) as painter:
        draw(painter)
