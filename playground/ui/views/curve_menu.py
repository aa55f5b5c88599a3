"""The button beside the curves: it opens their panel, and asks where to save them. Nothing it opens is modal."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from playground.ui.theme import CONTROL_HEIGHT
from playground.ui.views.curve_panel import CurvePanel
from playground.ui.widgets import IconButton
from playground.ui.widgets.painting import scaled


class CurveMenu(IconButton):
    """`file_chosen(str)` is a path to write to; what else is chosen, `panel` says. `opening()` before it opens."""

    file_chosen = Signal(str)
    opening = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("settings", lambda: self.tr("What is shown, and saving the curves"), parent=parent)
        self.panel = CurvePanel(self)
        self._dialog: QFileDialog | None = None
        self.panel.save_wanted.connect(self._ask_for_file)
        self.clicked.connect(self._open)

    def sizeHint(self) -> QSize:
        return super().sizeHint().boundedTo(QSize(scaled(CONTROL_HEIGHT), scaled(CONTROL_HEIGHT)))

    def show_problem(self, problem: str) -> None:
        """Say why the curves could not be written."""
        box = QMessageBox(QMessageBox.Icon.Warning, self.tr("Curves not saved"), problem, parent=self)
        box.setWindowModality(Qt.WindowModality.NonModal)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.show()

    @Slot()
    def _open(self) -> None:
        self.opening.emit()
        self.panel.open_at(self)

    @Slot()
    def _ask_for_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Save the curves"))
        dialog.setObjectName("curves file dialog")
        dialog.setWindowModality(Qt.WindowModality.NonModal)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([words for words, _ in self._kinds()])
        dialog.setDefaultSuffix("png")
        dialog.selectFile("curves.png")
        dialog.filterSelected.connect(self._fit_suffix)
        dialog.fileSelected.connect(self.file_chosen)
        self._dialog = dialog
        dialog.show()

    def _kinds(self) -> tuple[tuple[str, str], ...]:
        return (
            (self.tr("Picture (*.png)"), "png"),
            (self.tr("Drawing (*.svg)"), "svg"),
            (self.tr("Numbers (*.csv)"), "csv"),
        )

    @Slot(str)
    def _fit_suffix(self, words: str) -> None:
        """The kind of file chosen decides the ending of a name without one."""
        if self._dialog is not None:
            suffix = dict(self._kinds())[words]
            self._dialog.setDefaultSuffix(suffix)
            self._dialog.selectFile(f"curves.{suffix}")
