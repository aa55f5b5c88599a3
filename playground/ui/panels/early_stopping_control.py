"""Early stopping: one line that says whether it is on, opening to its patience and to what counts as a lower cost."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.experiment import Experiment
from playground.ui.panels.disclosure import Disclosure
from playground.ui.panels.field_slider import FieldSlider
from playground.ui.widgets import Label


class EarlyStoppingControl(QWidget):
    """`sliders` ask for edits themselves. Without a dev set there is nothing to watch: it says so, and they rest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = Disclosure(lambda: self.tr("Early stopping"), self)
        self._needs = Label(
            lambda: self.tr("Early stopping watches the dev cost: give the dev set a share of the samples first."),
            "caption",
            "secondary",
            wraps=True,
        )
        self.sliders: Mapping[str, FieldSlider] = {
            path: FieldSlider(path) for path in ("early_stopping.patience", "early_stopping.min_delta")
        }
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._box)
        for widget in (self._needs, *self.sliders.values()):
            self._box.body.addWidget(widget)

    def show_experiment(self, experiment: Experiment) -> None:
        """Show patience and step; what is in force can be changed even where there is no dev set any more."""
        rule, watched = experiment.early_stopping, experiment.split.dev > 0
        self._needs.setVisible(not watched)
        for path, slider in self.sliders.items():
            slider.show_value(getattr(rule, path.rpartition(".")[2]))
            slider.setEnabled(watched or rule.patience > 0)
        self.sliders["early_stopping.min_delta"].setVisible(rule.patience > 0)
        self._box.set_summary(str(rule.patience) if rule.patience else self.tr("off"))
