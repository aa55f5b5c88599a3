"""The sheet of shortcuts: every action with its keys, by menu, and the keys inside views; made from their tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from playground.ui.actions import ACTIONS, MENUS, native, say_action
from playground.ui.theme import CONTROL_RADIUS, GAP, SPACING, themes
from playground.ui.view_keys import PLACES, SIGNS, VIEW_KEYS, say_view_key
from playground.ui.widgets import Label
from playground.ui.widgets.overlay import Overlay
from playground.ui.widgets.painting import fill_rounded, scaled, smooth_painter

_COLUMNS = (("file", "edit", "help"), ("run", "view"))
_SCROLL_BAR = 14
Row = tuple[Callable[[], str], tuple[str, ...]]  # what it does, and its keys


class KeyCap(Label):
    """A key, or keys pressed together, as it stands on a keyboard."""

    def __init__(self, keys: str) -> None:
        super().__init__(lambda: SIGNS.get(keys) or native(keys), "caption")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setContentsMargins(GAP, 2, GAP, 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = themes().current, smooth_painter(self)
        fill_rounded(painter, QRectF(self.rect()), CONTROL_RADIUS - 2, theme.field, theme.line)
        painter.end()
        QLabel.paintEvent(self, event)


class ShortcutSheet(Overlay):
    """Opens on all shortcuts; any way out closes it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the sheet itself has the keyboard, and scrolls it
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sheet = self._make_sheet()
        self._area.setWidget(self._sheet)
        self.body.addWidget(Label(lambda: self.tr("Shortcuts"), "title"))
        self.body.addWidget(self._area, 1)
        self.setAccessibleName(self.tr("Shortcuts"))

    def open(self) -> None:
        super().open()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def wanted_size(self) -> QSize:
        """The columns side by side; one below the other where large text leaves no room for that."""
        around = QSize(2 * SPACING + _SCROLL_BAR, scaled(64))
        for direction in (QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom):
            self._columns.setDirection(direction)
            self._columns.activate()
            wanted = self._sheet.sizeHint() + around
            if wanted.width() <= self.room().width():
                break
        return self.paper.sizeHint().expandedTo(wanted)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(self.tr("Shortcuts"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self._area.verticalScrollBar()
        steps = {Qt.Key.Key_Down: bar.singleStep(), Qt.Key.Key_Up: -bar.singleStep()}
        steps |= {Qt.Key.Key_PageDown: bar.pageStep(), Qt.Key.Key_PageUp: -bar.pageStep()}
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.leave()
        elif event.key() in steps:
            bar.setValue(bar.value() + steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _make_sheet(self) -> QWidget:
        sheet = QWidget()
        sheet.setLayout(self._columns)
        self._columns.setContentsMargins(0, 0, GAP, 0)
        self._columns.setSpacing(3 * SPACING)
        for names in _COLUMNS:
            self._columns.addLayout(_column([(MENUS[name], _action_rows(name)) for name in names]))
        self._columns.addLayout(_column([(title, _view_rows(place)) for place, title in PLACES.items()]))
        return sheet


def _action_rows(menu: str) -> list[Row]:
    return [(partial(say_action, row), (row.shortcut, *row.also)) for row in ACTIONS if row.menu == menu]


def _view_rows(place: str) -> list[Row]:
    return [(partial(say_view_key, row), row.keys) for row in VIEW_KEYS if row.place == place]


def _column(parts: Sequence[tuple[Callable[[], str], Sequence[Row]]]) -> QVBoxLayout:
    """Parts below each other, each with its title."""
    column = QVBoxLayout()
    column.setSpacing(GAP)
    for title, rows in parts:
        column.addWidget(Label(title, "head", "secondary"))
        column.addLayout(_grid(rows))
        column.addSpacing(GAP)
    column.addStretch(1)
    return column


def _grid(rows: Sequence[Row]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(2 * SPACING)
    grid.setVerticalSpacing(3)
    grid.setColumnStretch(0, 1)
    for number, (words, caps) in enumerate(rows):
        keys = QHBoxLayout()
        keys.setSpacing(4)
        keys.addStretch(1)
        for one in caps:
            keys.addWidget(KeyCap(one))
        grid.addWidget(Label(words), number, 0)
        grid.addLayout(keys, number, 1)
    return grid
