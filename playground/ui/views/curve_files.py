"""The curves as they leave the window: to a file or to the clipboard, as a picture or as numbers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QGuiApplication, QPainter

from engine.snapshot import Snapshot
from playground.ui import fonts
from playground.ui.theme import SPACING, themes
from playground.ui.views import curve_export, curve_table
from playground.ui.views.curve_content import Content
from playground.ui.views.curve_plot import CurvePlot


class CurveFiles:
    """Draws what `plot` shows, under what `title` says. `snapshot`: the newest one, None before there is one."""

    def __init__(self, plot: CurvePlot, title: Callable[[], str]) -> None:
        self._plot, self._title = plot, title
        self.snapshot: Snapshot | None = None

    def export(self, path: str | Path) -> None:
        """Write to `path`: a picture (.png, .svg) as shown, or the numbers (.csv).

        ValueError for another ending or when there is nothing to write yet, OSError when it cannot be written.
        """
        target = curve_export.check_path(path)
        if target.suffix.lower() == ".csv":
            curve_export.write_csv(target, self.table())
            return
        self._something()
        if target.suffix.lower() == ".svg":
            curve_export.write_svg(target, self._title(), self._draw)
        else:
            curve_export.write_png(target, self._draw)

    def table(self, separator: str = ",") -> str:
        """The numbers as text, a row for each epoch. ValueError when there are none yet."""
        snapshot, content = self._something()
        return curve_table.table_text(curve_table.columns(snapshot, content), separator)

    def copy_picture(self) -> None:
        """Put the picture on the clipboard, if there is one."""
        if self.snapshot is not None:
            QGuiApplication.clipboard().setImage(curve_export.image(self._draw))

    def copy_numbers(self) -> None:
        """Put the numbers on the clipboard, if there are any, as a spreadsheet takes them."""
        if self.snapshot is not None:
            QGuiApplication.clipboard().setText(self.table("\t"))

    def _something(self) -> tuple[Snapshot, Content]:
        content = self._plot.content()
        if self.snapshot is None or content is None:
            raise ValueError("curves: there are none yet; allowed: after a run has begun")
        return self.snapshot, content

    def _draw(self, painter: QPainter) -> None:
        size, theme, scale = QSizeF(curve_export.SIZE), themes().current, themes().text_scale
        painter.fillRect(QRectF(QPointF(0, 0), size), theme.card)
        painter.setFont(fonts.title(scale))
        painter.setPen(theme.text)
        head = painter.fontMetrics().height() + SPACING
        place = QRectF(SPACING, SPACING, size.width() - 2 * SPACING, head)
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, self._title())
        painter.translate(SPACING, SPACING + head)
        self._plot.draw(painter, QSizeF(size.width() - 2 * SPACING, size.height() - 2 * SPACING - head))
