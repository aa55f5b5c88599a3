"""The transport: a big round button to play and pause, and beside it steps, reset and a new seed. Signals only."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from playground.ui import color_math, icons
from playground.ui.theme import GAP, themes
from playground.ui.widgets.icon_button import IconButton
from playground.ui.widgets.painting import fill_rounded, focus_ring, scaled, smooth_painter

_DIAMETER, _RING = 42, 4


class PlayButton(QAbstractButton):
    """The round button; it shows what a press will do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._playing = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._retranslate()
        themes().changed.connect(self._dress)

    def is_playing(self) -> bool:
        """Whether it shows pause."""
        return self._playing

    def set_playing(self, playing: bool) -> None:
        """Show pause while playing, else play."""
        self._playing = playing
        self._retranslate()
        self.update()

    def sizeHint(self) -> QSize:
        side = scaled(_DIAMETER) + 2 * _RING
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = themes().current, smooth_painter(self)
        whole = QRectF(self.rect())
        disc = whole.adjusted(_RING, _RING, -_RING, -_RING)
        strength = 0.18 if self.isDown() else 0.1 if self.underMouse() else 0.0
        fill = color_math.mix(theme.accent, theme.text, strength) if self.isEnabled() else theme.line
        fill_rounded(painter, disc, disc.width() / 2, fill)
        size = scaled(22)
        color = theme.accent_text if self.isEnabled() else theme.secondary
        picture = icons.pixmap("pause" if self._playing else "play", color, size, self.devicePixelRatioF())
        painter.drawPixmap(
            QRectF((whole.width() - size) / 2, (whole.height() - size) / 2, size, size).toRect(), picture
        )
        if self.hasFocus():
            focus_ring(painter, whole, whole.width() / 2)

    def _retranslate(self) -> None:
        words = self.tr("Pause") if self._playing else self.tr("Train")
        self.setText(words)
        self.setAccessibleName(words)
        key = self.tr("Space")
        self.setToolTip(f"{words} ({key})")

    @Slot()
    def _dress(self) -> None:
        self.updateGeometry()
        self.update()


class TransportBar(QWidget):
    """`play`, `pause`, `step_batch`, `step_epoch`, `reset`, `new_seed` say what the user asks for, and nothing is done.

    Which of play and pause is shown is for the session to say, by `set_playing`.
    """

    play = Signal()
    pause = Signal()
    step_batch = Signal()
    step_epoch = Signal()
    reset = Signal()
    new_seed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.play_button = PlayButton(self)
        self.step_batch_button = IconButton("step", lambda: self.tr("Train one batch: one update of W and b"))
        self.step_epoch_button = IconButton("step-epoch", lambda: self.tr("Train one epoch: every batch once"))
        self.reset_button = IconButton("reset", lambda: self.tr("Start again from the same initial weights"))
        self.new_seed_button = IconButton("seed", lambda: self.tr("Start again from new random weights (a new seed)"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP // 2)
        layout.addWidget(self.play_button)
        layout.addSpacing(GAP // 2)
        self._connect_buttons(layout)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _connect_buttons(self, layout: QHBoxLayout) -> None:
        pairs = (
            (self.step_batch_button, self.step_batch),
            (self.step_epoch_button, self.step_epoch),
            (self.reset_button, self.reset),
            (self.new_seed_button, self.new_seed),
        )
        for button, signal in pairs:
            layout.addWidget(button)
            button.clicked.connect(signal)
        self.play_button.clicked.connect(self._play_or_pause)

    def is_playing(self) -> bool:
        """Whether pause is shown."""
        return self.play_button.is_playing()

    def set_playing(self, playing: bool) -> None:
        """Show pause while training runs, else play; no signal."""
        self.play_button.set_playing(playing)

    def set_shortcuts(self, **shortcuts: str) -> None:
        """Name shortcuts in the tooltips: step_batch, step_epoch, reset, new_seed."""
        for name, shortcut in shortcuts.items():
            button = getattr(self, f"{name}_button")
            assert isinstance(button, IconButton)
            button.set_shortcut(shortcut)

    @Slot()
    def _play_or_pause(self) -> None:
        (self.pause if self.is_playing() else self.play).emit()
