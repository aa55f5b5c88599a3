"""Where a teacher chooses: every control of the window in a list, each one shown, locked or hidden.

It stops nothing: the window behind it changes with each choice. What is listed is read off the window itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from playground.restrictions import ACCESS, NOTHING, SETTINGS, Access, Restrictions
from playground.ui.panels.class_gate import row_of
from playground.ui.panels.class_words import words_of
from playground.ui.theme import GAP, SPACING
from playground.ui.widgets import Label, Segmented, Text
from playground.ui.widgets.painting import scaled

translate = QCoreApplication.translate

_ACCESS_WORDS: Mapping[Access, Callable[[], str]] = {
    "shown": lambda: translate("ClassDialog", "Shown"),
    "locked": lambda: translate("ClassDialog", "Locked"),
    "hidden": lambda: translate("ClassDialog", "Hidden"),
}
_ACCESS_HELP: Mapping[Access, Callable[[], str]] = {
    "shown": lambda: translate("ClassDialog", "Seen, and can be changed"),
    "locked": lambda: translate("ClassDialog", "Seen, but nothing changes it: no control, preset or link"),
    "hidden": lambda: translate("ClassDialog", "Not seen; the others close up"),
}

Group = tuple[Text, tuple[str, ...]]


def controls_in(panel: QWidget) -> tuple[str, ...]:
    """The names of the controls in a panel that can be restricted; of one inside of another, the outer one's."""
    names: list[str] = []
    for widget in panel.findChildren(QWidget):
        name = row_of(widget.objectName())
        if name in SETTINGS and name not in names and not _is_inside(widget, panel):
            names.append(name)
    return tuple(names)


def _is_inside(widget: QWidget, panel: QWidget) -> bool:
    at = widget.parentWidget()
    while at is not None and at is not panel:
        if row_of(at.objectName()) in SETTINGS:
            return True
        at = at.parentWidget()
    return False


class ClassDialog(QDialog):
    """`restrictions_requested(Restrictions)` at every choice; what is in force comes back by `show_restrictions`."""

    restrictions_requested = Signal(object)

    def __init__(self, groups: tuple[Group, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._restrictions = NOTHING
        self.choices: dict[str, Segmented] = {}
        self._everything, self._nothing, self._close = QPushButton(), QPushButton(), QPushButton()
        about = Label(
            lambda: self.tr(
                "Choose what your class sees. It is saved with the experiment and travels in its link; anybody can "
                "leave class mode again."
            ),
            tone="secondary",
            wraps=True,
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACING, SPACING, SPACING, SPACING)
        layout.setSpacing(GAP + 4)
        layout.addWidget(about)
        layout.addWidget(self._make_list(groups), 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self._everything)
        buttons.addWidget(self._nothing)
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        layout.addLayout(buttons)
        self._everything.clicked.connect(self._release)
        self._nothing.clicked.connect(self._lock_all)
        self._close.clicked.connect(self.close)
        for button in (self._everything, self._nothing, self._close):
            button.setAutoDefault(False)
        self._retranslate()
        size = QSize(scaled(470), scaled(620))
        self.resize(size if parent is None else size.boundedTo(parent.window().size()))

    def show_restrictions(self, restrictions: Restrictions) -> None:
        """Show what is in force, without a signal."""
        self._restrictions = restrictions
        for name, choice in self.choices.items():
            choice.set_key(restrictions.access(name))
        self._everything.setEnabled(bool(restrictions))
        self._nothing.setEnabled(self._all_locked() != restrictions)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _make_list(self, groups: tuple[Group, ...]) -> QScrollArea:
        sheet = QWidget()
        grid = QGridLayout(sheet)
        grid.setContentsMargins(0, 0, GAP, 0)
        grid.setHorizontalSpacing(SPACING)
        grid.setVerticalSpacing(GAP // 2)
        grid.setColumnStretch(0, 1)
        for title, names in groups:
            if grid.rowCount() > 1:
                grid.setRowMinimumHeight(grid.rowCount(), GAP)
            grid.addWidget(Label(title, "head", "secondary"), grid.rowCount(), 0)
            for name in names:
                self._add_row(grid, grid.rowCount(), name)
        grid.setRowStretch(grid.rowCount(), 1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(sheet)
        return area

    def _add_row(self, grid: QGridLayout, number: int, name: str) -> None:
        offered = ACCESS if name in SETTINGS else ("shown", "hidden")
        choice = Segmented(
            [(access, _ACCESS_WORDS[access], _ACCESS_HELP[access]) for access in offered],
            name=lambda: words_of(name),
            key="shown",
        )
        choice.chosen.connect(lambda access: self._choose(name, access))
        self.choices[name] = choice
        grid.addWidget(Label(lambda: words_of(name)), number, 0)
        grid.addWidget(choice, number, 1)

    def _choose(self, name: str, access: Access) -> None:
        self.restrictions_requested.emit(self._restrictions.with_access(name, access))

    def _all_locked(self) -> Restrictions:
        """The same, but what is shown and can be locked is locked: to leave a class one thing, the rest is quick."""
        restrictions = self._restrictions
        for name in self.choices:
            if name in SETTINGS and restrictions.access(name) == "shown":
                restrictions = restrictions.with_access(name, "locked")
        return restrictions

    def _lock_all(self) -> None:
        self.restrictions_requested.emit(self._all_locked())

    def _release(self) -> None:
        self.restrictions_requested.emit(NOTHING)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Class mode"))
        self._everything.setText(self.tr("Show everything"))
        self._nothing.setText(self.tr("Lock everything"))
        self._nothing.setToolTip(self.tr("Lock what is shown; then give back what the class is to try"))
        self._close.setText(self.tr("Close"))
