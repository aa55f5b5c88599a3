"""A message that does not stop anything: a strip with what happened, what to do about it, and a way to close it.

It lies over the foot of the part that it is given, so that nothing moves when it comes and goes. One that only confirms
what the user has done goes by itself, but not while the pointer rests on it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent, QColor, QEnterEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from playground.ui import color_math, icons
from playground.ui.theme import CONTROL_RADIUS, GAP, themes
from playground.ui.widgets.icon_button import IconButton
from playground.ui.widgets.label import Label
from playground.ui.widgets.painting import fill_rounded, scaled, smooth_painter
from playground.ui.widgets.wording import Text, say

BannerKind = Literal["info", "warning", "error"]
PASSES = 6000  # milliseconds that a confirmation stays
_WIDEST, _NARROWEST, _LEAST = 760, 420, 320  # pixels at text scale 1: of a wide ground, a narrow one, few words
_MARGIN = 12  # pixels
_MOVES = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.LayoutRequest)
_COLORS = {"info": "accent", "warning": "warning", "error": "error"}


class Banner(QWidget):
    """Hidden until `show_message`. `closed` when the user closes it. With a `parent` it stands at the parent's top, or
    at the foot of the part of it that `stand_in` names."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._act: Callable[[], object] = _nothing
        self._ground: QWidget | None = None
        self._passing = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(PASSES)
        self._rest.timeout.connect(self.dismiss)
        self._kind: BannerKind = "info"
        self._title: Text = ""
        self._text: Text = ""
        self._action_text: Text = ""
        self._picture = QLabel(self)
        self._title_label = Label("", "emphasis", wraps=True, parent=self)
        self._text_label = Label("", wraps=True, parent=self)
        for label in (self._title_label, self._text_label):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._action = QPushButton(self)
        self._action.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._close = IconButton("close", lambda: self.tr("Close this message"), size=16, parent=self)
        self._lay_out()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._action.clicked.connect(self._do)
        if parent is not None:
            parent.installEventFilter(self)
        self._close.clicked.connect(self._close_by_user)
        themes().changed.connect(self._dress)
        self.hide()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title_label)
        words.addWidget(self._text_label)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GAP + 8, GAP, GAP, GAP)
        layout.setSpacing(GAP + 2)
        layout.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addLayout(words, 1)
        layout.addWidget(self._action, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self._close, 0, Qt.AlignmentFlag.AlignVCenter)

    def stand_in(self, ground: QWidget) -> None:
        """Stand at the foot of this part of the parent."""
        self._ground = ground
        ground.installEventFilter(self)

    def show_message(
        self,
        kind: BannerKind,
        title: Text,
        text: Text = "",
        *,
        action: Text = "",
        on_action: Callable[[], object] | None = None,
        passing: bool = False,
    ) -> None:
        """Show a message of `kind` in place of the one before, for a while only if it is `passing`.

        `action` is the text of its button, "" for none; `on_action` is called when it is pressed, the message gone.
        """
        if kind not in _COLORS:
            raise ValueError(f"kind: {kind!r} is unknown; allowed are {', '.join(_COLORS)}")
        self._kind, self._title, self._text, self._action_text = kind, title, text, action
        self._act = on_action or _nothing
        self._retranslate()
        self._dress()
        self._passing = passing
        self._rest.stop()
        if passing:
            self._rest.start()
        self._place()
        self.show()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    @Slot()
    def dismiss(self) -> None:
        """Take the message away, without a signal."""
        self._rest.stop()
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched in (self.parent(), self._ground) and event.type() in _MOVES:
            self._place()
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._rest.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        if self._passing and self.isVisible():
            self._rest.start()
        super().leaveEvent(event)

    def _place(self) -> None:
        """In the middle of its ground, as wide as the words need; wider than that where large text would be a tower."""
        parent = self.parentWidget()
        layout = self.layout()
        if parent is None or layout is None:
            return
        inside = parent.rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        ground = inside if self._ground is None else _area_in(parent, self._ground).intersected(inside)
        room = min(scaled(_WIDEST), inside.width(), max(scaled(_NARROWEST), ground.width()))
        width = min(room, max(scaled(_LEAST), self._wanted_width()))
        height = layout.heightForWidth(width)
        x = ground.left() + (ground.width() - width) // 2
        y = inside.top() if self._ground is None else ground.bottom() + 1 - height
        x = max(inside.left(), min(x, inside.right() + 1 - width))
        self.setGeometry(x, max(inside.top(), y), width, height)

    def _wanted_width(self) -> int:
        """With each text on one line."""
        shown = (self._title_label, self._text_label)
        words = max(one.fontMetrics().horizontalAdvance(one.text()) for one in shown)
        others = self._picture.sizeHint().width() + self._close.sizeHint().width() + 6 * GAP
        return words + others + (self._action.sizeHint().width() + GAP if self._action.text() else 0)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        color, card = self._color(), themes().current.card
        area, painter = QRectF(self.rect()), smooth_painter(self)
        fill_rounded(painter, area, CONTROL_RADIUS + 2, card, color_math.mix(card, color, 0.45))
        painter.setClipRect(QRectF(0, 0, 4, area.height()))
        fill_rounded(painter, area, CONTROL_RADIUS + 2, color)

    def _color(self) -> QColor:
        color = getattr(themes().current, _COLORS[self._kind])
        assert isinstance(color, QColor)
        return color

    @Slot()
    def _close_by_user(self) -> None:
        self.dismiss()
        self.closed.emit()

    @Slot()
    def _do(self) -> None:
        self.dismiss()
        self._act()

    def _retranslate(self) -> None:
        title, text, action = say(self._title), say(self._text), say(self._action_text)
        self._title_label.set_words(title)
        self._text_label.set_words(text)
        self._text_label.setVisible(bool(text))
        self._action.setText(action)
        self._action.setAccessibleName(action)
        self._action.setVisible(bool(action))
        self.setAccessibleName(f"{title} {text}".strip())

    @Slot()
    def _dress(self) -> None:
        size = scaled(18)
        self._picture.setPixmap(icons.pixmap(self._kind, self._color(), size, self.devicePixelRatioF()))
        self.update()


def _area_in(parent: QWidget, ground: QWidget) -> QRect:
    """Where the ground is, without its edge, in the parent's pixels."""
    edge = _MARGIN // 2
    return QRect(ground.mapTo(parent, QPoint()), ground.size()).adjusted(edge, edge, -edge, -edge)


def _nothing() -> None:
    """What a message without a button does."""
