"""The choice of a preset: shows which the experiment is, or an invitation when it is none; all of them on one sheet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from engine.experiment import Experiment
from engine.preset_parts import Preset
from engine.presets import preset_of, presets
from playground.ui.engine_words import say_engine
from playground.ui.panels.preset_sheet import PresetSheet
from playground.ui.panels.preset_words import preset_title
from playground.ui.widgets import QuietCombo
from playground.ui.widgets.painting import scaled

_NARROWEST = 112


class PresetChoice(QuietCombo):
    """`chosen(name)` when the user takes a preset, the one shown included (that brings its settings back)."""

    chosen = Signal(str)

    def __init__(self, rows: Sequence[Preset] | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = presets() if rows is None else tuple(rows)
        self._sheet: PresetSheet | None = None
        for before, row in zip((None, *self._rows), self._rows, strict=False):
            if before is not None and before.kind != row.kind:
                self.insertSeparator(self.count())
            self.addItem(row.title, row.name)
        self.activated.connect(self._announce)
        self._retranslate()
        self.setCurrentIndex(-1)

    def show_experiment(self, experiment: Experiment) -> None:
        """Show the preset that the experiment is, or none; no signal."""
        row = preset_of(experiment, self._rows)
        self.setCurrentIndex(-1 if row is None else self.findData(row.name))

    def sheet(self) -> PresetSheet:
        """The sheet with all of them; made when it is first wanted, for its pictures take a moment."""
        if self._sheet is None:
            self._sheet = PresetSheet(self._rows, self)
            self._sheet.chosen.connect(self.chosen)
        return self._sheet

    def showPopup(self) -> None:
        """Open the sheet in the place of a plain list."""
        sheet, name = self.sheet(), self.currentData()
        sheet.show_current(name)
        sheet.open_at(self)
        if name is not None:
            sheet.buttons[name].setFocus(Qt.FocusReason.PopupFocusReason)

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(_NARROWEST), super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(self.minimumSizeHint())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        for row in self._rows:
            index = self.findData(row.name)
            self.setItemText(index, preset_title(row))
            self.setItemData(index, say_engine(row.about), Qt.ItemDataRole.ToolTipRole)
        self.setPlaceholderText(self.tr("Presets"))
        self.setAccessibleName(self.tr("Presets"))
        self.setToolTip(self.tr("Experiments that train well as they are, and ones that fail and show why"))

    @Slot(int)
    def _announce(self, _index: int) -> None:
        self.chosen.emit(str(self.currentData()))
