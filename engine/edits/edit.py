"""What an edit is, and what the undo list calls the fields it sets."""

from __future__ import annotations

from collections.abc import Callable

from engine.experiment import Experiment
from engine.values import dataclass

Change = Callable[[Experiment], Experiment]

# what the undo list calls a field; the words also stand in "Undo learning rate"
LABELS = {
    "data.kind": "Data set",
    "data.path": "Data file",
    "data.target": "Target column",
    "data.header": "Header row",
    "data.points": "Points",
    "data.samples": "Number of samples",
    "data.inputs": "Inputs",
    "data.noise": "Noise",
    "data.seed": "Data seed",
    "split": "Split",
    "split.train": "Training share",
    "split.dev": "Dev share",
    "split.test": "Test share",
    "features": "Features",
    "normalize": "Normalisation",
    "layers": "Layers",
    "layers[].units": "Units",
    "layers[].activation": "Activation",
    "layers[].slope": "Leaky slope",
    "layers[].initializer": "Layer initialisation",
    "layers[].batch_norm": "Batch norm",
    "layers[].keep_prob": "Dropout",
    "frozen": "Frozen weights",
    "initializer": "Initialisation",
    "initializer_scale": "Initial scale",
    "loss": "Loss",
    "penalty.l1": "L1 penalty",
    "penalty.l2": "L2 penalty",
    "optimizer.kind": "Optimiser",
    "optimizer.learning_rate": "Learning rate",
    "optimizer.momentum": "Momentum",
    "optimizer.rho": "RMSprop coefficient",
    "optimizer.beta1": "Adam's first coefficient",
    "optimizer.beta2": "Adam's second coefficient",
    "optimizer.epsilon": "Epsilon",
    "schedule.kind": "Learning-rate schedule",
    "schedule.decay": "Decay",
    "schedule.period": "Decay period",
    "schedule.warmup": "Warm-up",
    "early_stopping.patience": "Early stopping",
    "early_stopping.min_delta": "Early stopping: least fall",
    "augmentation.jitter": "Jitter",
    "augmentation.rotation": "Rotation",
    "augmentation.mirror": "Mirroring",
    "augmentation.scaling": "Scaling",
    "augmentation.image_shift": "Shifted pictures",
    "augmentation.image_rotation": "Rotated pictures",
    "augmentation.image_crop": "Cropped pictures",
    "augmentation.image_mirror": "Mirrored pictures",
    "batch_size": "Batch size",
    "epochs": "Epochs",
    "dtype": "Precision",
    "seed": "Seed",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One thing the user did.

    label: short English words, shown as "Undo learning rate".
    change: pure; raises ExperimentError when the result is not allowed.
    merge_key: successive edits with the same key are one undo entry (a drag); None never merges.
    """

    label: str
    change: Change
    merge_key: str | None = None
