"""What the network is fed: each input as a button to take in or out, by mouse or keyboard, for planes and tables."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.choices import PLANE_FEATURES, PLANE_KINDS, parity_names
from engine.data import FEATURES
from engine.edits import plane_features, set_field, toggle_feature
from engine.experiment import Experiment
from engine.snapshot import RunData
from playground.ui.column_words import say_column
from playground.ui.panels import field_words
from playground.ui.panels.disclosure import Disclosure
from playground.ui.widgets import FlowLayout
from playground.ui.widgets.segmented import Segment

_LONGEST = 24  # characters of a column's name
MOST = 40  # buttons; of a picture's pixels none is left out by hand


class FeatureChoice(QWidget):
    """`edit_requested(Edit)` when an input is taken in or out; hidden where there are too many to choose by hand.

    The columns of a table are known once a run has read it.
    """

    edit_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("features")
        self._names: tuple[str, ...] = ()
        self._chosen: tuple[str, ...] = ()
        self._plane = True
        self._own_table = False
        self.buttons: list[Segment] = []
        self.box = Disclosure(lambda: field_words.label("features"), self)
        self._sheet = QWidget(self)
        self._flow = FlowLayout(self._sheet, gap=6)
        self.box.body.addWidget(self._sheet)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box)

    def show_experiment(self, experiment: Experiment, data: RunData | None) -> None:
        """Show which inputs there are and which of them are taken in."""
        self._plane = experiment.data.kind in PLANE_KINDS
        self._own_table = experiment.data.kind == "csv"
        names = _names(experiment, data)
        if names != self._names:
            self._names = names
            self._make_buttons()
        self._chosen = plane_features(experiment) if self._plane else experiment.features or names
        for name, button in zip(self._names, self.buttons, strict=False):
            button.setChecked(name in self._chosen)
        self.box.set_summary(f"{len(self._chosen)} / {len(names)}")
        self.setVisible(1 < len(names) <= MOST)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            for name, button in zip(self._names, self.buttons, strict=False):
                button.retranslate()
                button.setAccessibleName(self._say(name))

    def _make_buttons(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            old = item.widget()
            assert old is not None, "only buttons stand here"
            old.hide()
            old.deleteLater()
        self.buttons = [self._button(name) for name in self._names] if len(self._names) <= MOST else []

    def _button(self, name: str) -> Segment:
        button = Segment(
            lambda: FEATURES[name].label if self._plane else _shortened(self._say(name)),
            lambda: f"{self._say(name)}<p>{field_words.effect('features')}</p>",
            self._sheet,
        )
        button.setAccessibleName(self._say(name))
        button.clicked.connect(self._ask)
        self._flow.addWidget(button)
        button.show()
        return button

    def _say(self, name: str) -> str:
        return say_column(name, own_table=self._own_table)

    @Slot()
    def _ask(self) -> None:
        """Take the button's input in or out; the last one that is in stays, and the document says so."""
        sender = self.sender()
        name = self._names[next(place for place, button in enumerate(self.buttons) if button is sender)]
        if self._plane:
            self.edit_requested.emit(toggle_feature(name))
            return
        wanted = {name} ^ set(self._chosen)
        ordered = tuple(one for one in self._names if one in wanted)
        if not ordered:
            self.buttons[self._names.index(name)].setChecked(True)
        else:
            self.edit_requested.emit(set_field("features", () if ordered == self._names else ordered))


def _names(experiment: Experiment, data: RunData | None) -> tuple[str, ...]:
    """All inputs there are; of a table, none before a run has read it."""
    kind = experiment.data.kind
    if kind in PLANE_KINDS:
        return PLANE_FEATURES
    if kind == "parity":
        return parity_names(experiment.data.inputs)
    return () if data is None else data.feature_names


def _shortened(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"
