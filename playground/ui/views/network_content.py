"""What the picture of the network shows: sizes, weights, biases and responses, taken from experiments and snapshots.

An experiment changes the structure at once; weights and responses of what stays are kept until a snapshot of the new
structure arrives. A snapshot of another structure is late and is dropped.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.choices import POINT_KINDS
from engine.data.features import FEATURES
from engine.edits import plane_features
from engine.experiment import Experiment
from engine.frozen import Place
from engine.snapshot import Plane, RunData, Snapshot
from engine.values import dataclass
from playground.ui.column_words import say_column

RESPONSE_SIZE = 32  # pixels of a response before a snapshot says its own


@dataclass(frozen=True, slots=True)
class Slot:
    """One place of the input column: what it is called, and which input of the network it is (-1: it is out)."""

    name: str
    label: str
    input: int


class NetworkContent:
    """The newest state of the network as the picture needs it; layer 0 are the inputs.

    weights[l - 1] (n[l], n[l-1]), biases[l - 1] (n[l],), units[l - 1] (n[l], s, s) for l = 1..L; inputs (slots, s, s).
    gammas[l - 1] (n[l],) under batch norm, kept[l - 1] (n[l],) under dropout, else None.
    """

    def __init__(self) -> None:
        self.experiment: Experiment | None = None
        self.data: RunData | None = None
        self.slots: tuple[Slot, ...] = ()
        self.outputs = 1
        self.weights: list[NDArray[np.floating]] = []
        self.biases: list[NDArray[np.floating]] = []
        self.units: list[NDArray[np.float32]] = []
        self.inputs: NDArray[np.float32] = np.zeros((0, RESPONSE_SIZE, RESPONSE_SIZE), np.float32)
        self.gammas: list[NDArray[np.floating] | None] = []
        self.kept: list[NDArray[np.bool_] | None] = []
        self.running = False
        self.fixed_inputs = False  # class mode does not let them be taken in or out

    @property
    def sizes(self) -> tuple[int, ...]:
        """Places of the input column, units of the hidden layers, outputs."""
        hidden = () if self.experiment is None else tuple(layer.units for layer in self.experiment.layers)
        return (len(self.slots), *hidden, self.outputs)

    def label(self, slot: Slot) -> str:
        """What an input is called in the language in force."""
        return say_column(slot.label, own_table=self.data is not None and self.data.own_table)

    @property
    def frozen(self) -> frozenset[Place]:
        """Layer, unit and input, counted from 1, of every weight that training leaves as it is."""
        return frozenset(one.place for one in self.experiment.frozen) if self.experiment is not None else frozenset()

    def value_of(self, layer: int, unit: int, source: int) -> float:
        """The weight from a unit of the layer before to one of ``layer`` (from 1), or its bias for source -1."""
        row = self.biases[layer - 1] if source < 0 else self.weights[layer - 1][:, source]
        return float(row[unit])

    @property
    def weight_images(self) -> NDArray[np.float32] | None:
        """What each unit of layer 1 looks for in an image, (n[1], h, w), its largest weight ±1; else None."""
        picture = self.picture
        if picture is None or not self.weights or self.weights[0].shape[1] != picture.size:
            return None
        w = np.asarray(self.weights[0], np.float32)
        largest = np.maximum(np.abs(w).max(axis=1, keepdims=True), 1e-12)
        return np.asarray((w / largest).reshape(-1, *picture.shape), np.float32)

    @property
    def has_features(self) -> bool:
        """Whether the inputs are features of the plane, of which some are in and some are out."""
        return self.experiment is not None and self.experiment.data.kind in POINT_KINDS

    @property
    def toggles(self) -> bool:
        """Whether a click takes an input in or out."""
        return self.has_features and not self.fixed_inputs

    @property
    def picture(self) -> NDArray[np.uint8] | None:
        """One image of the training set (h, w), when the inputs are all the pixels of images; else None."""
        if self.data is None or self.experiment is None or self.experiment.features:
            return None
        images = self.data.images.get("train")
        return images[0] if images is not None and images.ndim == 3 and len(images) else None

    def take_experiment(self, experiment: Experiment) -> bool:
        """Follow an experiment; True if what is drawn has another structure or other words now."""
        before = (self.sizes, self.slots, self._words())
        other_data = self.experiment is None or _fed_by(experiment) != _fed_by(self.experiment)
        self.experiment = experiment
        if other_data:
            self._expect_data(experiment)
        self._refit()
        return other_data or before != (self.sizes, self.slots, self._words())

    def take_snapshot(self, snapshot: Snapshot) -> tuple[bool, bool]:
        """Take a snapshot's state: (whether it is one of this structure, whether words or inputs changed with it)."""
        changed = self.experiment is None and self.take_experiment(snapshot.experiment)
        if not self._fits(snapshot):
            return False, changed
        if snapshot.data is not self.data:
            self._take_data(snapshot)
            changed = True
        self.weights = [layer.weights for layer in snapshot.layers]
        self.biases = [layer.biases for layer in snapshot.layers]
        self.units = [layer.units for layer in snapshot.layers]
        self.gammas = [layer.gammas for layer in snapshot.layers]
        self.kept = [layer.kept for layer in snapshot.layers]
        self.running = snapshot.running
        return True, changed

    def input_units(self, places: NDArray[np.intp]) -> NDArray[np.intp]:
        """The network's inputs at places of the input column, -1 for those that are out."""
        return np.array([self.slots[place].input for place in places], np.intp)

    def _words(self) -> tuple[tuple[str, ...], str]:
        if self.experiment is None:
            return (), ""
        return tuple(layer.activation for layer in self.experiment.layers), self.experiment.data.kind

    def _fits(self, snapshot: Snapshot) -> bool:
        assert self.experiment is not None  # the caller has taken one
        same_hidden = [layer.units for layer in snapshot.experiment.layers] == list(self.sizes[1:-1])
        return same_hidden and _fed_by(snapshot.experiment) == _fed_by(self.experiment)

    def _expect_data(self, experiment: Experiment) -> None:
        """Know as much of the inputs as the experiment alone tells."""
        self.data, self.outputs, self.running = None, 1, False
        if self.has_features:
            self.slots = _plane_slots(plane_features(experiment))
            self.inputs = plane_images(Plane(), RESPONSE_SIZE)
        else:
            names = experiment.features or ("",)
            self.slots = tuple(Slot(name, name, place) for place, name in enumerate(names))
            self.inputs = np.zeros((len(names), RESPONSE_SIZE, RESPONSE_SIZE), np.float32)

    def _take_data(self, snapshot: Snapshot) -> None:
        self.data, self.outputs = snapshot.data, snapshot.data.outputs
        size = snapshot.inputs.shape[-1]
        if self.has_features:
            self.slots = _plane_slots(snapshot.data.input_names)
            self.inputs = plane_images(snapshot.data.plane, size)
            places = [place for place, slot in enumerate(self.slots) if slot.input >= 0]
            self.inputs[places] = snapshot.inputs[[self.slots[place].input for place in places]]
        else:
            self.slots = tuple(Slot(name, name, place) for place, name in enumerate(snapshot.data.input_names))
            self.inputs = snapshot.inputs

    def _refit(self) -> None:
        """Give all arrays the shapes of the structure, keeping what overlaps."""
        fed = sum(slot.input >= 0 for slot in self.slots)
        sizes = (fed, *self.sizes[1:])
        side = self.inputs.shape[-1]
        old = self.weights, self.biases, self.units
        self.weights, self.biases, self.units = [], [], []
        for layer in range(1, len(sizes)):
            self.weights.append(_fitted(old[0], layer - 1, (sizes[layer], sizes[layer - 1])))
            self.biases.append(_fitted(old[1], layer - 1, (sizes[layer],)))
            self.units.append(_fitted(old[2], layer - 1, (sizes[layer], side, side)).astype(np.float32))
        self.gammas, self.kept = [None] * len(self.units), [None] * len(self.units)  # until a snapshot tells them


def plane_images(plane: Plane, size: int) -> NDArray[np.float32]:
    """Every feature of the plane sets over the plane (7, size, size), scaled to -1..1."""
    across = np.linspace(plane.low[0], plane.high[0], size)
    down = np.linspace(plane.high[1], plane.low[1], size)
    points = np.stack([np.tile(across, size), np.repeat(down, size)], axis=1)
    images = np.stack([feature.function(points) for feature in FEATURES.values()])
    largest = np.maximum(np.abs(images).max(axis=1, keepdims=True), 1e-12)
    return np.asarray((images / largest).reshape(-1, size, size), np.float32)


def _plane_slots(names: tuple[str, ...]) -> tuple[Slot, ...]:
    place = {name: index for index, name in enumerate(names)}
    return tuple(Slot(row.name, row.label, place.get(row.name, -1)) for row in FEATURES.values())


def _fed_by(experiment: Experiment) -> tuple[object, ...]:
    return experiment.data, experiment.features


def _fitted(old: list[NDArray[np.floating]], index: int, shape: tuple[int, ...]) -> NDArray[np.floating]:
    """old[index] cut or filled up with zeros to `shape`."""
    fresh = np.zeros(shape)
    if index < len(old) and old[index].ndim == len(shape):
        common = tuple(slice(min(was, now)) for was, now in zip(old[index].shape, shape, strict=True))
        fresh[common] = old[index][common]
    return fresh
