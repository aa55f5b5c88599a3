"""What the user has chosen to see of the curves, kept between two sessions."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSettings, Slot

from playground.ui.views.curve_options import CurveOptions
from playground.ui.views.curves_view import CurvesView

KEY = "curves"


class CurveMemory(QObject):
    """Keeps what `view` is told by its user; `recall` shows what was kept before."""

    def __init__(self, view: CurvesView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = view
        view.options_changed.connect(self._keep)

    def recall(self) -> None:
        """Show what the last session showed."""
        self._view.set_options(CurveOptions.from_text(str(QSettings().value(KEY, ""))))

    @Slot(object)
    def _keep(self, options: CurveOptions) -> None:
        QSettings().setValue(KEY, options.to_text())
