"""The bar at the top: menu, transport, undo, figures of the run, presets, theme and language. Signals only."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from engine.experiment import Experiment
from engine.preset_parts import Preset
from engine.snapshot import Snapshot
from playground.ui import fonts
from playground.ui.language import LANGUAGES
from playground.ui.panels.main_menu import MainMenu
from playground.ui.panels.preset_choice import PresetChoice
from playground.ui.panels.run_figures import RunFigures
from playground.ui.panels.step_words import Step, step_words
from playground.ui.theme import GAP, SPACING, themes
from playground.ui.widgets import IconButton, QuietCombo, TransportBar

_FIGURES_BEFORE_NAME = 3  # so many figures are worth more than the name


class TopBar(QWidget):
    """What the user asks for, by name; `transport` and `menu` carry their own signals.

    Undo and redo are told by `set_undo`, playing by `set_playing`; theme and language by their events.
    """

    undo_requested = Signal()
    redo_requested = Signal()
    history_requested = Signal()
    preset_requested = Signal(str)
    theme_requested = Signal(str)
    language_requested = Signal(str)

    def __init__(self, presets: Sequence[Preset] | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._undo_step: Step | None = None
        self._redo_step: Step | None = None
        self.menu = MainMenu(self)
        self._name = QLabel(self)
        self.transport = TransportBar(self)
        self.undo = IconButton("undo", self.undo_words, parent=self)
        self.redo = IconButton("redo", self.redo_words, parent=self)
        self.figures = RunFigures(self)
        self.presets = PresetChoice(presets, self)
        self.theme = IconButton("theme-dark", self._theme_words, parent=self)
        self.language = QuietCombo(self)
        for code, name in LANGUAGES.items():
            self.language.addItem(name, code)
        self._lay_out()
        self._connect()
        self.set_undo(None, None)
        self._retranslate()
        self._dress()

    def _lay_out(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GAP, GAP - 2, SPACING, GAP - 2)
        layout.setSpacing(GAP // 2)
        layout.addWidget(self.menu)
        layout.addSpacing(GAP)
        layout.addWidget(self._name)
        layout.addSpacing(SPACING)
        layout.addWidget(self.transport)
        layout.addWidget(_rule(self))
        layout.addWidget(self.undo)
        layout.addWidget(self.redo)
        layout.addWidget(_rule(self))
        layout.addSpacing(GAP)
        layout.addWidget(self.figures, 1)
        layout.addSpacing(GAP)
        for widget in (self.presets, self.theme, self.language):
            layout.addWidget(widget)
        for combo in (self.presets, self.language):
            combo.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            combo.setSizeAdjustPolicy(QuietCombo.SizeAdjustPolicy.AdjustToContents)
            combo.setMinimumContentsLength(0)

    def _connect(self) -> None:
        self.undo.clicked.connect(self.undo_requested)
        self.redo.clicked.connect(self.redo_requested)
        for button in (self.undo, self.redo):
            button.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            button.customContextMenuRequested.connect(self._ask_for_history)
        self.presets.chosen.connect(self.preset_requested)
        self.theme.clicked.connect(self._ask_for_other_theme)
        self.language.activated.connect(self._ask_for_language)
        themes().changed.connect(self._dress)

    def show_experiment(self, experiment: Experiment) -> None:
        """Show which preset the experiment is, if any."""
        self.presets.show_experiment(experiment)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the figures of a run."""
        self.figures.show_snapshot(snapshot)

    def set_playing(self, playing: bool) -> None:
        """Show pause while a run is playing, else play."""
        self.transport.set_playing(playing)

    def set_undo(self, undo: Step | None, redo: Step | None) -> None:
        """The steps to be undone and redone next; None where there is none."""
        self._undo_step, self._redo_step = undo, redo
        self.undo.setEnabled(undo is not None)
        self.redo.setEnabled(redo is not None)
        self._say_undo()

    def set_language(self, code: str) -> None:
        """Show the language in force; no signal."""
        self.language.setCurrentIndex(self.language.findData(code))

    def minimumSizeHint(self) -> QSize:
        room = super().minimumSizeHint()  # the name is the first to go, the figures but one go next
        return room - QSize(self._name.sizeHint().width() if self._name.isVisibleTo(self) else 0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit_name()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = themes().current, QPainter(self)
        painter.fillRect(self.rect(), theme.card)
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), theme.line)

    def undo_words(self) -> str:
        """What undo would take back, by name."""
        return self.tr("Undo: %1").replace("%1", step_words(*self._undo_step)) if self._undo_step else self.tr("Undo")

    def redo_words(self) -> str:
        """What redo would do again, by name."""
        return self.tr("Redo: %1").replace("%1", step_words(*self._redo_step)) if self._redo_step else self.tr("Redo")

    def _theme_words(self) -> str:
        return self.tr("Dark colours") if themes().current.name == "light" else self.tr("Light colours")

    def _say_undo(self) -> None:
        self.undo.show_icon("undo", self.undo_words)
        self.redo.show_icon("redo", self.redo_words)

    def _fit_name(self) -> None:
        """Show the name of the program where it leaves room for three figures; the window's title says it too."""
        layout = self.layout()
        assert layout is not None, "it was laid out when it was made"
        others = layout.minimumSize().width() - self.figures.minimumSizeHint().width()
        others -= self._name.sizeHint().width() + layout.spacing() if self._name.isVisibleTo(self) else 0
        wanted = others + self._name.sizeHint().width() + layout.spacing() + self.figures.width_of(_FIGURES_BEFORE_NAME)
        self._name.setVisible(self.width() >= wanted)

    def _retranslate(self) -> None:
        self._name.setText(self.tr("Neural Playground"))
        self._fit_name()
        self.language.setAccessibleName(self.tr("Language"))
        self.language.setToolTip(self.tr("Language of the window"))

    @Slot()
    def _ask_for_other_theme(self) -> None:
        self.theme_requested.emit("dark" if themes().current.name == "light" else "light")

    @Slot()
    def _ask_for_history(self) -> None:
        self.history_requested.emit()

    @Slot(int)
    def _ask_for_language(self, _index: int) -> None:
        self.language_requested.emit(str(self.language.currentData()))

    @Slot()
    def _dress(self) -> None:
        self._name.setFont(fonts.title(themes().text_scale))
        self.theme.show_icon("theme-dark" if themes().current.name == "light" else "theme-light", self._theme_words)
        self._fit_name()
        self.update()


def _rule(parent: QWidget) -> QFrame:
    """A thin upright space between groups."""
    rule = QFrame(parent)
    rule.setFixedWidth(GAP)
    return rule
