"""The command palette: type a few letters, in either language or in pinyin, and Enter does what they find."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidgetItem, QWidget

from playground.ui.panels import pinyin
from playground.ui.panels.found_list import KEY, ROW, FoundList
from playground.ui.panels.fuzzy import best_score
from playground.ui.panels.palette_entries import Entry
from playground.ui.theme import GAP
from playground.ui.widgets import Label
from playground.ui.widgets.overlay import Overlay
from playground.ui.widgets.painting import scaled

_WIDTH, _ROWS, _PAGE = 560, 11, 10
_NAMED = 6  # by how much a name counts less


def _score(typed: str, entry: Entry) -> int | None:
    """How well an entry fits; what it is called counts more than how that sounds, or names such as a field's path."""
    named = best_score(typed, entry.names)
    scores = (
        best_score(typed, entry.texts),
        None if named is None else named - _NAMED,
        *(pinyin.score(typed, text) for text in entry.texts),
    )
    return max((one for one in scores if one is not None), default=None)


class CommandPalette(Overlay):
    """`chosen(key)` of the entry that is taken; the palette is gone by then. `stale()`: it wants other words."""

    chosen = Signal(str)
    stale = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._entries: tuple[Entry, ...] = ()
        self.field, self.list = QLineEdit(), FoundList()
        self._nothing = Label(lambda: self.tr("Nothing found."), tone="secondary")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.field.installEventFilter(self)
        self.body.setContentsMargins(GAP + 2, GAP + 2, GAP + 2, GAP + 2)
        self.body.setSpacing(GAP)
        self.body.addWidget(self.field)
        self.body.addWidget(self._nothing)
        self.body.addWidget(self.list, 1)
        self.field.textChanged.connect(self._find)
        self.list.itemClicked.connect(self._take_item)
        self._retranslate()

    def open_with(self, entries: Sequence[Entry], typed: str = "") -> None:
        """Open on these entries, with something typed already."""
        self.field.setText(typed)
        self.show_entries(entries)
        self.open()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Search in these from now on."""
        self._entries = tuple(entries)
        self._find()

    def wanted_size(self) -> QSize:
        rows = max(1, min(_ROWS, self.list.count()))
        return QSize(scaled(_WIDTH), scaled(ROW) * rows + self.field.sizeHint().height() + 4 * GAP)

    def wanted_place(self, size: QSize) -> QPoint:
        return QPoint((self.width() - size.width()) // 2, scaled(72))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.stale.emit()

    def _key(self, event: QKeyEvent) -> bool:
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: _PAGE,
            Qt.Key.Key_PageUp: -_PAGE,
            Qt.Key.Key_Tab: 1,
            Qt.Key.Key_Backtab: -1,
        }
        key = Qt.Key(event.key())
        if key in steps:
            self.list.step(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self.list.current_key())
        elif key == Qt.Key.Key_Escape:
            self.leave()
        else:
            return False
        return True

    @Slot()
    def _find(self) -> None:
        """Show what fits, the best first; of equals the first in the tables."""
        typed = self.field.text()
        scored = [(_score(typed, entry), entry) for entry in self._entries]
        fitting = sorted((pair for pair in scored if pair[0] is not None), key=lambda pair: -(pair[0] or 0))
        self.list.clear()
        for _, entry in fitting:
            self.list.add_row(entry.key, entry.words, entry.hint)
        self.list.setCurrentRow(0 if fitting else -1)
        self._nothing.setVisible(not fitting)
        self.list.setVisible(bool(fitting))
        if not self.isHidden():
            self._cover()

    @Slot(QListWidgetItem)
    def _take_item(self, item: QListWidgetItem) -> None:
        self._take(str(item.data(KEY)))

    def _take(self, key: str) -> None:
        if key:
            self.leave()
            self.chosen.emit(key)

    def _retranslate(self) -> None:
        self.field.setPlaceholderText(self.tr("Find an action, a setting, a preset, a data set…"))
        self.field.setAccessibleName(self.tr("Command palette"))
        self.list.setAccessibleName(self.tr("What was found"))
