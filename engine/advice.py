"""What to try next: the recipe of the notes (2.1.3) as a table, read from the top.

While the bias is high, only what lowers the bias; then what lowers the variance; a dev set of another distribution
comes before both, because against it neither means anything. Each row that can be done by changing the experiment
brings the edit that does it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Literal

from engine.data.generators import GENERATORS, samples_of
from engine.diagnosis import Diagnosis
from engine.edits import Edit, add_layer, set_field, set_split
from engine.experiment import Experiment, Layer, Penalty
from engine.fields import FIELDS
from engine.shift import Shift
from engine.values import dataclass

Target = Literal["comparison", "bias", "variance", "nothing"]

WIDE = 16  # units from which a layer can spare half of them
FIRST_L2 = 0.3
PATIENCE = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """One row. targets: what it lowers. text: the advice in one sentence. applies: whether there is something left to
    do in this experiment. edit: the change it means, None where it is not a change of the experiment."""

    name: str
    targets: Target
    text: str
    applies: Callable[[Diagnosis, Experiment], bool]
    edit: Callable[[Experiment], Edit | None]


def advise(
    diagnosis: Diagnosis, experiment: Experiment, shift: Shift | None = None
) -> tuple[tuple[Advice, Edit | None], ...]:
    """What the recipe says now, best first, each with its edit. shift: of the set compared with, if known."""
    target = _target(diagnosis, shift)
    return tuple(
        (row, row.edit(experiment))
        for row in ADVICE.values()
        if row.targets == target and row.applies(diagnosis, experiment)
    )


def _target(diagnosis: Diagnosis, shift: Shift | None) -> Target:
    if diagnosis.compared is None or (shift is not None and shift.shifted):
        return "comparison"
    if diagnosis.high_bias:
        return "bias"
    return "variance" if diagnosis.high_variance else "nothing"


def _larger(experiment: Experiment) -> Edit:
    """Twice the units in every layer; one layer of eight where there was none."""
    if not experiment.layers:
        return add_layer(0, units=8)
    most = int(FIELDS["layers[].units"].high)
    return set_field("layers", tuple(replace(layer, units=min(2 * layer.units, most)) for layer in experiment.layers))


def _unregularised(experiment: Experiment) -> Edit:
    def change(old: Experiment) -> Experiment:
        layers = tuple(replace(layer, keep_prob=1.0) for layer in old.layers)
        return replace(old, penalty=Penalty(), layers=layers)

    return Edit(label="Less regularisation", change=change)


def _more_data(experiment: Experiment) -> Edit | None:
    """Four times as many: twice as many lowers the variance by less than seeds differ. None where all are in use."""
    data = experiment.data
    now = samples_of(data) if data.kind in GENERATORS else data.samples
    return set_field("data.samples", min(4 * now, int(FIELDS["data.samples"].high))) if now else None


def _more_l2(experiment: Experiment) -> Edit:
    return set_field("penalty.l2", min(max(FIRST_L2, 3.0 * experiment.penalty.l2), FIELDS["penalty.l2"].high))


def _stop_earlier(experiment: Experiment) -> Edit | None:
    """None without a dev set to watch."""
    return set_field("early_stopping.patience", PATIENCE) if experiment.split.dev > 0.0 else None


def _dropout(experiment: Experiment) -> Edit:
    layers = [replace(one, keep_prob=0.5) if _can_spare(one) else one for one in experiment.layers]
    return set_field("layers", tuple(layers), label="Dropout")


def _can_spare(layer: Layer) -> bool:
    return layer.units >= WIDE and layer.keep_prob == 1.0


ADVICE: Mapping[str, Advice] = {
    row.name: row
    for row in (
        Advice(
            name="hold-out",
            targets="comparison",
            text="Hold samples back: without a dev or test set nobody can tell whether the network learned by heart.",
            applies=lambda d, e: d.compared is None,
            edit=lambda e: set_split(80.0, 20.0, 0.0),
        ),
        Advice(
            name="same-distribution",
            targets="comparison",
            text="Take dev and test set from one distribution, the one the network is for: this dev set differs.",
            applies=lambda d, e: d.compared is not None,
            edit=lambda e: None,
        ),
        Advice(
            name="larger-network",
            targets="bias",
            text="Take a larger network, with more units or layers: this one may not be able to bend enough.",
            applies=lambda d, e: not e.layers or any(one.units < FIELDS["layers[].units"].high for one in e.layers),
            edit=_larger,
        ),
        Advice(
            name="train-longer",
            targets="bias",
            text="Train longer: the cost may still be falling.",
            applies=lambda d, e: 0 < e.epochs < FIELDS["epochs"].high,
            edit=lambda e: set_field("epochs", min(2 * e.epochs, int(FIELDS["epochs"].high))),
        ),
        Advice(
            name="better-optimiser",
            targets="bias",
            text="Try a more advanced optimiser: Adam gets further in the same time.",
            applies=lambda d, e: e.optimizer.kind != "adam",
            edit=lambda e: set_field("optimizer.kind", "adam"),
        ),
        Advice(
            name="less-regularisation",
            targets="bias",
            text="Regularise less: a penalty or dropout holds the network back while it does not even fit.",
            applies=lambda d, e: e.penalty != Penalty() or any(one.keep_prob < 1.0 for one in e.layers),
            edit=_unregularised,
        ),
        Advice(
            name="more-data",
            targets="variance",
            text="Train on more data: what is learned by heart from few samples does not hold for many.",
            applies=lambda d, e: (e.data.samples or 0) < FIELDS["data.samples"].high,
            edit=_more_data,
        ),
        Advice(
            name="weight-decay",
            targets="variance",
            text="Regularise with an L2 penalty: small weights make a smooth function.",
            applies=lambda d, e: e.penalty.l2 < FIELDS["penalty.l2"].high,
            edit=_more_l2,
        ),
        Advice(
            name="dropout",
            targets="variance",
            text="Regularise with dropout: no unit can rely on another one being there.",
            applies=lambda d, e: any(map(_can_spare, e.layers)),
            edit=_dropout,
        ),
        Advice(
            name="stop-earlier",
            targets="variance",
            text="Stop where the dev cost was lowest: later epochs only learn the noise.",
            applies=lambda d, e: e.early_stopping.patience == 0,
            edit=_stop_earlier,
        ),
        Advice(
            name="augment",
            targets="variance",
            text="Augment the data by changes that keep the label.",
            applies=lambda d, e: True,
            edit=lambda e: None,
        ),
        Advice(
            name="done",
            targets="nothing",
            text="Bias and variance are low: look at the test set once, and be done.",
            applies=lambda d, e: True,
            edit=lambda e: None,
        ),
    )
}
