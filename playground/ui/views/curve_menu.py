"""The button beside the curves that opens the rest: how strongly they are smoothed, and saving them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox, QWidget

from playground.ui.widgets import IconButton

SMOOTHINGS = (0.0, 0.6, 0.9, 0.98)


class CurveMenu(IconButton):
    """`smoothing_chosen(float)` is a β, `file_chosen(str)` a path to write to. Nothing it opens is modal."""

    smoothing_chosen = Signal(float)
    file_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("settings", lambda: self.tr("Smoothing, and saving the curves"), parent=parent)
        self._menu = QMenu(self)
        self._dialog: QFileDialog | None = None
        self._head = self._menu.addAction("")
        self._head.setEnabled(False)
        self._group = QActionGroup(self)
        self._smoothings = {beta: self._add_smoothing(beta) for beta in SMOOTHINGS}
        self._menu.addSeparator()
        self._save = self._menu.addAction("")
        self._save.triggered.connect(self._ask_for_file)
        self._group.triggered.connect(self._take_smoothing)
        self.clicked.connect(self._open)
        self._say()

    def _add_smoothing(self, beta: float) -> QAction:
        action = self._menu.addAction("")
        action.setCheckable(True)
        action.setData(beta)
        self._group.addAction(action)
        return action

    def show_smoothing(self, beta: float) -> None:
        """Mark `beta` as the one in force; none is marked when it is not among the menu's."""
        for own, action in self._smoothings.items():
            action.setChecked(own == beta)

    def show_problem(self, problem: str) -> None:
        """Say why the curves could not be written."""
        box = QMessageBox(QMessageBox.Icon.Warning, self.tr("Curves not saved"), problem, parent=self)
        box.setWindowModality(Qt.WindowModality.NonModal)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.show()

    @Slot()
    def _open(self) -> None:
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    @Slot(QAction)
    def _take_smoothing(self, action: QAction) -> None:
        self.smoothing_chosen.emit(float(action.data()))

    @Slot()
    def _ask_for_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Save the curves"))
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

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _say(self) -> None:
        self._menu.setTitle(self.tr("Curves"))
        self._head.setText(self.tr("Smoothing: average with β"))
        for beta, action in self._smoothings.items():
            action.setText(self.tr("β = {0}").format(f"{beta:g}") if beta else self.tr("as measured"))
        self._save.setText(self.tr("Save as…"))
