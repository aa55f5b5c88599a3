"""The split into train, dev and test: the usual ones to choose, two sliders for any other; the three add up to 100."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from engine.edits import Edit, set_split
from engine.experiment import Split
from playground.ui.numbers import format_number
from playground.ui.panels import field_words
from playground.ui.panels.field_slider import FieldSlider
from playground.ui.theme import GAP
from playground.ui.widgets import Choice

USUAL_SPLITS: tuple[tuple[float, float, float], ...] = (
    (50, 0, 50),
    (70, 0, 30),
    (60, 20, 20),
    (80, 10, 10),
    (98, 1, 1),
)
_OWN = "own"


def split_text(split: Split) -> str:
    """The three shares as they are written everywhere: 60 / 20 / 20."""
    return " / ".join(format_number(share, 4, trim=True) for share in (split.train, split.dev, split.test))


def with_train(split: Split, train: float) -> tuple[float, float, float]:
    """The shares with another one for training: dev stays as far as it can, test takes the rest."""
    dev = min(split.dev, 100.0 - train)
    return train, dev, round(100.0 - train - dev, 9)


def with_dev(split: Split, dev: float) -> tuple[float, float, float]:
    """The shares with another one for dev: train stays, test takes the rest and is never below 0."""
    dev = min(dev, 100.0 - split.train)
    return split.train, dev, round(100.0 - split.train - dev, 9)


class SplitControl(QWidget):
    """`edit_requested(Edit)` for every change; `show_split` says nothing."""

    edit_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._split = Split()
        self._before_drag: Split | None = None
        self.choice = Choice(
            lambda: field_words.label("split"),
            [(_key(shares), _key(shares)) for shares in USUAL_SPLITS] + [(_OWN, lambda: self.tr("Own"))],
            tooltip=lambda: field_words.tooltip("split"),
            mark=field_words.restart_mark("split"),
            parent=self,
        )
        self.train = FieldSlider("split.train", make_edit=self._set_train, parent=self)
        self.dev = FieldSlider("split.dev", make_edit=self._set_dev, parent=self)
        self._test = QLabel(self)
        self._test.setProperty("role", "secondary")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP // 2)
        for widget in (self.choice, self.train, self.dev, self._test):
            layout.addWidget(widget)
        self.choice.chosen.connect(self._choose)
        self.train.edit_started.connect(self._remember)
        self.train.edit_finished.connect(self._forget)
        self.choice.set_row_enabled(_OWN, False)  # it is what the sliders make
        self.show_split(self._split)

    def show_split(self, split: Split) -> None:
        """Show the three shares."""
        self._split = split
        shares = (split.train, split.dev, split.test)
        self.choice.set_key(_key(shares) if shares in USUAL_SPLITS else _OWN)
        self.train.show_value(split.train)
        self.dev.show_value(split.dev)
        self._say_test()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say_test()

    def _say_test(self) -> None:
        rest = format_number(self._split.test, 4, trim=True)
        self._test.setText(self.tr("Test: the remaining %1%").replace("%1", rest))

    def _set_train(self, train: float, merge_key: str | None) -> Edit:
        return set_split(*with_train(self._before_drag or self._split, train), merge_key=merge_key)

    def _set_dev(self, dev: float, merge_key: str | None) -> Edit:
        return set_split(*with_dev(self._split, dev), merge_key=merge_key)

    @Slot()
    def _remember(self) -> None:
        """A drag there and back gives dev back what it took, so it counts from where it began."""
        self._before_drag = self._split

    @Slot()
    def _forget(self) -> None:
        self._before_drag = None

    @Slot(str)
    def _choose(self, key: str) -> None:
        for shares in USUAL_SPLITS:
            if _key(shares) == key:
                self.edit_requested.emit(set_split(*shares))


def _key(shares: tuple[float, float, float]) -> str:
    return " / ".join(f"{share:g}" for share in shares)
