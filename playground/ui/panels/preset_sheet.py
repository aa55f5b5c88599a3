"""All presets at one sight: a row for each data set, at the left what trains well, at the right what fails, and why.

The reason of the one under the pointer or the keyboard stands below.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QKeyEvent, QPixmap
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QScrollArea, QWidget

from engine.preset_parts import Preset
from playground.ui import icons
from playground.ui.engine_words import say_engine
from playground.ui.panels.preset_words import preset_title
from playground.ui.panels.set_pictures import set_picture
from playground.ui.theme import FOCUS_RING, GAP, TARGET, themes
from playground.ui.widgets import Label
from playground.ui.widgets.painting import scaled
from playground.ui.widgets.popover import Popover

_PICTURE = QSize(34, 20)  # pixels at text scale 1
_MARK, _NARROWEST = 14, 340
_STEPS = {Qt.Key.Key_Down: (1, 0), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Left: (0, -1)}


class PresetSheet(Popover):
    """`chosen(name)` when the user takes one; the sheet is gone then. Arrow keys go from one to the next."""

    chosen = Signal(str)

    def __init__(self, rows: Sequence[Preset], parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = {row.name: row for row in rows}
        self.buttons: Mapping[str, QPushButton] = {row.name: QPushButton(self) for row in rows}
        self._places: dict[tuple[int, int], str] = {}
        self._board, self._scroll = QWidget(), QScrollArea(self)
        self._grid = QGridLayout(self._board)
        self._reason = Label("", "caption", "secondary", wraps=True, parent=self)
        self._lay_out()
        for name, button in self.buttons.items():
            button.setProperty("role", "row")
            button.setObjectName(f"preset.{name}")
            button.setAutoDefault(False)
            button.installEventFilter(self)
            button.clicked.connect(self._announce)
        themes().changed.connect(self._dress)
        self._dress()

    def _lay_out(self) -> None:
        grid = self._grid
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * GAP)
        grid.setColumnStretch(1, 1)
        grid.setVerticalSpacing(0)
        grid.addWidget(Label(lambda: self.tr("Trains well"), "caption", "secondary"), 0, 0)
        grid.addWidget(Label(lambda: self.tr("Fails, and shows why"), "caption", "secondary"), 0, 1)
        next_free = {0: 1, 1: 1}
        for kind in dict.fromkeys(row.experiment.data.kind for row in self._rows.values()):
            next_free = dict.fromkeys((0, 1), max(next_free.values()))  # a data set begins a line
            for row in self._rows.values():
                column = int(row.kind == "bad")
                if row.experiment.data.kind == kind:
                    self._places[next_free[column], column] = row.name
                    next_free[column] += 1
        for place, name in self._places.items():
            grid.addWidget(self.buttons[name], *place)
        self._scroll.setWidget(self._board)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(self._scroll)
        self.body.addWidget(self._reason)

    def show_current(self, name: str | None) -> None:
        """Mark the preset that the experiment is, if any, and give it the keyboard when the sheet opens."""
        for key, button in self.buttons.items():
            button.setProperty("current", key == name)
            button.style().unpolish(button)
            button.style().polish(button)
        self._retranslate()
        self.say(name)

    def say(self, name: str | None) -> None:
        """Say the reason of a preset, or what choosing does."""
        words = self.tr("Each is a new experiment; undo brings yours back.")
        self._reason.set_words(say_engine(self._rows[name].about) if name else words)

    def open_at(self, button: QWidget) -> None:
        """Open below `button`, as high as the screen allows."""
        for one in self._board.findChildren(QWidget):
            one.ensurePolished()  # the style sheet decides its height
        self._grid.activate()
        hint, room = self._board.sizeHint(), button.screen().availableGeometry()
        below = room.bottom() - button.mapToGlobal(button.rect().bottomLeft()).y()
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        rest, edge = self._reason.height() + 4 * GAP, 2 * FOCUS_RING
        height = min(hint.height() + edge, max(below, room.height() // 2) - rest)
        width = max(hint.width() + edge, scaled(_NARROWEST))
        self._scroll.setFixedSize(width + (bar if height < hint.height() + edge else 0), height)
        super().open_at(button)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._go(*step)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.FocusIn):
            name = self._name_of(watched)
            self.say(name)
            if event.type() == QEvent.Type.FocusIn and name is not None:
                self._scroll.ensureWidgetVisible(self.buttons[name], 0, GAP)
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None:  # a button would go to the next in the order of Tab
                self._go(*step)
                return True
        return super().eventFilter(watched, event)

    def _go(self, down: int, across: int) -> None:
        """Give the keyboard to the next preset in a direction; across, to the nearest line that has one."""
        here = next((place for place, name in self._places.items() if self.buttons[name].hasFocus()), None)
        if here is None:
            self.buttons[next(iter(self._places.values()))].setFocus(Qt.FocusReason.TabFocusReason)
            return
        line, column = here
        ahead = [
            place
            for place in self._places
            if (place[1] == column and (place[0] - line) * down > 0) or (across and place[1] == column + across)
        ]
        if ahead:
            nearest = min(ahead, key=lambda place: abs(place[0] - line))
            self.buttons[self._places[nearest]].setFocus(Qt.FocusReason.TabFocusReason)

    def _name_of(self, button: QObject) -> str | None:
        return next((name for name, one in self.buttons.items() if one is button), None)

    @Slot()
    def _announce(self) -> None:
        name = self._name_of(self.sender())
        self.close()
        if name is not None:
            self.chosen.emit(name)

    def _retranslate(self) -> None:
        for name, button in self.buttons.items():
            row = self._rows[name]
            button.setText(preset_title(row))
            button.setToolTip(say_engine(row.about))
            button.setAccessibleDescription(say_engine(row.about))

    @Slot()
    def _dress(self) -> None:
        ratio, color = self.devicePixelRatioF(), themes().current.warning
        picture, mark = _PICTURE * (scaled(100) / 100), scaled(_MARK)
        for name, button in self.buttons.items():
            row = self._rows[name]
            if row.kind == "bad":
                button.setIcon(QIcon(icons.pixmap("warning", color, mark, ratio)))
                button.setIconSize(QSize(mark, mark))
            else:
                image = set_picture(row.experiment.data.kind, (picture * ratio), 0.0, 0)
                image.setDevicePixelRatio(ratio)
                button.setIcon(QIcon(QPixmap.fromImage(image)))
                button.setIconSize(picture)
            button.setMinimumHeight(max(TARGET, scaled(26)))
        self._reason.setMinimumHeight(2 * self._reason.fontMetrics().height() + 2)
