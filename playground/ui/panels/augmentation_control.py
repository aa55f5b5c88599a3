"""Data augmentation: one line that says what is on, opening to the changes that are made for these data.

What a change does to the labels is measured on the data by the run; a change that does not keep them is warned of.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from engine.augmentation import TRANSFORMS
from engine.choices import POINT_KINDS
from engine.experiment import Experiment
from engine.snapshot import LabelWarning, RunData, Snapshot
from playground.ui.numbers import format_number
from playground.ui.panels import field_words
from playground.ui.panels.augmented_preview import AugmentedPreview
from playground.ui.panels.disclosure import Disclosure
from playground.ui.panels.field_slider import FieldSlider
from playground.ui.widgets import Label

_FIELD = "augmentation."
_IMAGES = ("digits",)


class AugmentationControl(QWidget):
    """`sliders` ask for edits themselves; shown are those for the kind of data, and what is on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._warnings: tuple[LabelWarning, ...] = ()
        self._box = Disclosure(lambda: self.tr("Data augmentation"), self)
        about = Label(
            lambda: self.tr("Every epoch trains on freshly changed samples; costs are measured on the original ones."),
            "caption",
            "secondary",
            wraps=True,
        )
        self.sliders: Mapping[str, FieldSlider] = {_FIELD + name: FieldSlider(_FIELD + name) for name in TRANSFORMS}
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._words.setProperty("role", "error")
        self._words.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._box)
        layout.addWidget(self._words)  # outside the box: it is said even when that is closed
        self.preview = AugmentedPreview()
        for widget in (about, *self.sliders.values(), self.preview):
            self._box.body.addWidget(widget)

    def show_experiment(self, experiment: Experiment, run: RunData | None) -> None:
        """Show what is on, and the changes that fit the data; of a table a run knows them."""
        kinds, on = fitting_kinds(experiment, run), []
        for path, slider in self.sliders.items():
            amount = getattr(experiment.augmentation, path.removeprefix(_FIELD))
            slider.show_value(amount)
            slider.setVisible(TRANSFORMS[path.removeprefix(_FIELD)].kind in kinds or amount > 0)
            if amount > 0:
                on.append(field_words.label(path))
        self._box.set_summary(" · ".join(on) if on else self.tr("off"))
        if not on:
            self._warn(())

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show samples as they are trained on now, and say which changes do not keep the label."""
        self._warn(snapshot.label_warnings)
        self.preview.show_samples(snapshot.augmented, snapshot.data)

    def _warn(self, warnings: tuple[LabelWarning, ...]) -> None:
        if warnings != self._warnings:
            self._warnings = warnings
            self._say()

    def warning(self) -> str:
        """What it warns of."""
        return "" if self._words.isHidden() else self._words.text()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _say(self) -> None:
        words = self.tr("%1: only %2% of the samples it moves keep their class, so it teaches wrong labels.")
        lines = [
            words.replace("%1", field_words.label(_FIELD + one.name)).replace(
                "%2", format_number(100 * one.kept, 3, trim=True)
            )
            for one in self._warnings
        ]
        self._words.setText("\n".join(lines))
        self._words.setVisible(bool(lines))


def fitting_kinds(experiment: Experiment, run: RunData | None) -> tuple[str, ...]:
    """The kinds of changes that are made for the data: pictures, points of a plane, any columns of numbers."""
    if experiment.data.kind in _IMAGES:
        return ("images",)
    plane = experiment.data.kind in POINT_KINDS or (run is not None and len(run.feature_names) == 2)
    return ("columns", "points") if plane else ("columns",)
