"""A message that does not stop anything: a strip with what happened, what to do about it, and a way to close it."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from playground.ui import color_math, icons
from playground.ui.theme import CONTROL_RADIUS, GAP, themes
from playground.ui.widgets.icon_button import IconButton
from playground.ui.widgets.label import Label
from playground.ui.widgets.painting import fill_rounded, scaled, smooth_painter
from playground.ui.widgets.wording import Text, say

BannerKind = Literal["info", "warning", "error"]
_COLORS = {"info": "accent", "warning": "warning", "error": "error"}


class Banner(QWidget):
    """Hidden until `show_message`. `action_triggered` when its button is pressed, `closed` when the user closes it."""

    action_triggered = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
        self._action.clicked.connect(self.action_triggered)
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

    def show_message(self, kind: BannerKind, title: Text, text: Text = "", *, action: Text = "") -> None:
        """Show a message of `kind` in place of the one before; `action` is the text of its button, "" for none."""
        if kind not in _COLORS:
            raise ValueError(f"kind: {kind!r} is unknown; allowed are {', '.join(_COLORS)}")
        self._kind, self._title, self._text, self._action_text = kind, title, text, action
        self._retranslate()
        self._dress()
        self.show()

    def dismiss(self) -> None:
        """Take the message away, without a signal."""
        self.hide()

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
        self.hide()
        self.closed.emit()

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
