"""The panel of the data: which set, how noisy, how many samples, how they are split."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from engine.choices import PAINTED, PAINTED_KINDS, PAINTED_VALUES
from engine.edits import Edit, choose_data, set_field
from engine.experiment import Data, Experiment
from engine.fields import LARGEST_SEED
from engine.painting import start_painting
from engine.points import count_classes
from playground.ui import fonts
from playground.ui.panels import data_facts, field_words
from playground.ui.panels.data_set_picker import DataSetPicker
from playground.ui.panels.data_words import DATA_WORDS, TASK_WORDS
from playground.ui.panels.disclosure import Disclosure
from playground.ui.panels.feature_choice import FeatureChoice
from playground.ui.panels.field_slider import FieldSlider
from playground.ui.panels.noise_control import NoiseControl
from playground.ui.panels.panel import Panel
from playground.ui.panels.seed_field import SeedField
from playground.ui.panels.slider_rows import SLIDERS
from playground.ui.panels.split_control import SplitControl, split_text
from playground.ui.panels.table_facts import TableFacts
from playground.ui.theme import GAP, themes
from playground.ui.widgets import IconButton, Toggle

_TASK_BY_COUNT = {0: "regression", 2: "two-class"}
_REDRAW_AFTER = 60  # ms: ten pictures take about 10, which is too long for every move of a drag


class DataPanel(Panel):
    """`table_requested()` when the user wants to open a table of their own; the rest is edits."""

    table_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(lambda: self.tr("Data"), parent)
        self.sets = DataSetPicker()
        self._about = QLabel()
        self._about.setWordWrap(True)
        self.new_data = IconButton("shuffle", self._new_data_words, size=16)
        self.open_table = IconButton(
            "table", lambda: self.tr("Your own data from a CSV file, with any column as target"), size=16
        )
        self.table = TableFacts()
        self.noise = NoiseControl()
        self.inputs = FieldSlider("data.inputs")
        self.samples = FieldSlider("data.samples", make_edit=self._set_samples)
        self.split = SplitControl()
        self.normalize = Toggle(
            lambda: field_words.label("normalize"),
            tooltip=lambda: field_words.tooltip("normalize"),
            restarts=bool(field_words.restart_mark("normalize")),
        )
        self.seed = SeedField("data.seed")
        self.features = FeatureChoice()
        self.more = Disclosure(lambda: self.tr("Samples"))
        self._redraw = QTimer(self)
        self._redraw.setSingleShot(True)
        self.split.setObjectName("split")
        self.normalize.setObjectName("normalize")
        self._lay_out()
        self._connect()
        themes().changed.connect(self._dress_about)
        self._dress_about()

    def _lay_out(self) -> None:
        self.add(self.sets)
        self.add(self._set_line())
        self.add(self.table)
        self.add_slider(self.inputs)
        self.add(self.noise)
        self.add(self.more)
        self.add(self.features)
        inside: tuple[QWidget, ...] = (self.samples, self.split, self.seed, self.normalize)
        for widget in inside:
            self.more.body.addWidget(widget)

    def _set_line(self) -> QHBoxLayout:
        """What the set is, and the two ways to other samples."""
        row = QHBoxLayout()
        row.setSpacing(GAP // 2)
        row.addWidget(self._about, 1)
        row.addWidget(self.new_data)
        row.addWidget(self.open_table)
        return row

    def _connect(self) -> None:
        self.sets.chosen.connect(self._choose)
        self._redraw.timeout.connect(self._draw_pictures)
        self.open_table.clicked.connect(self.table_requested)
        self.new_data.clicked.connect(self._draw_anew)
        self.normalize.switched.connect(self._switch)
        for asking in (self.split, self.seed, self.features):
            asking.edit_requested.connect(self.request)
        for slider in (self.noise.slider, self.samples, self.split.train, self.split.dev):
            self.bind(slider)

    def _show(self, experiment: Experiment) -> None:
        data = experiment.data
        table = self.run_data() if data.kind == "csv" else None
        self.sets.set_key(data.kind, table, classes=count_classes(data.points) if data.kind == PAINTED else 2)
        if not self.sets.isVisible():
            self._draw_pictures()
        elif (data.noise, data.seed, data.points) != self.sets.look() and not self._redraw.isActive():
            self._redraw.start(_REDRAW_AFTER)
        self.inputs.show_value(data.inputs)
        self.inputs.setVisible(data.kind == "parity")
        self.noise.show_data(data)
        self._show_table(data)
        self._show_samples(data)
        self.split.show_split(experiment.split)
        self.seed.show_seed(data.seed)
        self.normalize.set_on(experiment.normalize)
        self.features.show_experiment(experiment, self.run_data())
        self._say(experiment)

    def _show_table(self, data: Data) -> None:
        run = self.run_data()
        self.table.show_table(data, None if run is None else data_facts.run_samples(run))
        self.table.setVisible(data.kind == "csv")

    def _show_samples(self, data: Data) -> None:
        most = data_facts.samples_available(data)
        self.samples.set_maximum(SLIDERS["data.samples"].maximum if most is None else most)
        self.samples.show_value(data_facts.samples_used(data))
        self.samples.setVisible(data.kind not in (*PAINTED_KINDS, "csv"))

    def _say(self, experiment: Experiment) -> None:
        data, samples = experiment.data, data_facts.samples_used(experiment.data)
        count = data_facts.class_count(data.kind)
        if data.kind in PAINTED_KINDS:
            count = 0 if data.kind == PAINTED_VALUES else count_classes(data.points)
        run = self.run_data()
        if data.kind == "csv" and run is not None:
            count = len(run.class_names)
        task = "" if count is None else TASK_WORDS[_TASK_BY_COUNT.get(count, "classes")]().replace("%1", str(count))
        name = DATA_WORDS[data.kind].name()
        self._about.setText(f"{name} · {task}" if task else name)
        numbers = [] if samples is None else [str(samples)]
        self.more.set_summary(" · ".join([*numbers, split_text(experiment.split)]))
        self.set_summary(name)

    def _new_data_words(self) -> str:
        return self.tr("New data: other samples by the same rule, split again (the next data seed)")

    @Slot()
    def _draw_pictures(self) -> None:
        assert self._experiment is not None, "pictures follow an experiment"
        data = self._experiment.data
        self.sets.set_look(data.noise, data.seed, data.points)

    def _set_samples(self, value: float, merge_key: str | None) -> Edit:
        whole = self._experiment is not None and value == data_facts.samples_available(self._experiment.data)
        return set_field("data.samples", None if whole else value, merge_key=merge_key)

    @Slot(str)
    def _choose(self, kind: str) -> None:
        self.request(start_painting(kind) if kind in PAINTED_KINDS else choose_data(kind))

    @Slot(bool)
    def _switch(self, on: bool) -> None:
        self.request(set_field("normalize", on))

    @Slot()
    def _draw_anew(self) -> None:
        if self._experiment is not None:
            seed = (self._experiment.data.seed + 1) % (LARGEST_SEED + 1)
            self.request(set_field("data.seed", seed, label="New data"))

    @Slot()
    def _dress_about(self) -> None:
        self._about.setFont(fonts.emphasis(themes().text_scale))
