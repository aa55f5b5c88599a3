"""What the undo list calls an edit, in the language in force: the words for every label of ``engine.edits``."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate

EDIT_WORDS: Mapping[str, Callable[[], str]] = {
    "Data set": lambda: translate("Edits", "Data set"),
    "Data file": lambda: translate("Edits", "Data file"),
    "Target column": lambda: translate("Edits", "Target column"),
    "Header row": lambda: translate("Edits", "Header row"),
    "Points": lambda: translate("Edits", "Points"),
    "Paint points": lambda: translate("Edits", "Paint points"),
    "Erase points": lambda: translate("Edits", "Erase points"),
    "Remove all points": lambda: translate("Edits", "Remove all points"),
    "Move point": lambda: translate("Edits", "Move point"),
    "Number of samples": lambda: translate("Edits", "Number of samples"),
    "Inputs": lambda: translate("Edits", "Inputs"),
    "Noise": lambda: translate("Edits", "Noise"),
    "Data seed": lambda: translate("Edits", "Data seed"),
    "New data": lambda: translate("Edits", "New data"),
    "Split": lambda: translate("Edits", "Split"),
    "Training share": lambda: translate("Edits", "Training share"),
    "Dev share": lambda: translate("Edits", "Dev share"),
    "Test share": lambda: translate("Edits", "Test share"),
    "Features": lambda: translate("Edits", "Features"),
    "Normalisation": lambda: translate("Edits", "Normalisation"),
    "Layers": lambda: translate("Edits", "Layers"),
    "Add layer": lambda: translate("Edits", "Add layer"),
    "Remove layer": lambda: translate("Edits", "Remove layer"),
    "Units": lambda: translate("Edits", "Units"),
    "Add unit": lambda: translate("Edits", "Add unit"),
    "Remove unit": lambda: translate("Edits", "Remove unit"),
    "Frozen weights": lambda: translate("Edits", "Frozen weights"),
    "Freeze weight": lambda: translate("Edits", "Freeze weight"),
    "Release weight": lambda: translate("Edits", "Release weight"),
    "Activation": lambda: translate("Edits", "Activation"),
    "Leaky slope": lambda: translate("Edits", "Leaky slope"),
    "Layer initialisation": lambda: translate("Edits", "Layer initialisation"),
    "Batch norm": lambda: translate("Edits", "Batch norm"),
    "Dropout": lambda: translate("Edits", "Dropout"),
    "Initialisation": lambda: translate("Edits", "Initialisation"),
    "Initial scale": lambda: translate("Edits", "Initial scale"),
    "Loss": lambda: translate("Edits", "Loss"),
    "L1 penalty": lambda: translate("Edits", "L1 penalty"),
    "L2 penalty": lambda: translate("Edits", "L2 penalty"),
    "Optimiser": lambda: translate("Edits", "Optimiser"),
    "Learning rate": lambda: translate("Edits", "Learning rate"),
    "Momentum": lambda: translate("Edits", "Momentum"),
    "RMSprop coefficient": lambda: translate("Edits", "RMSprop coefficient"),
    "Adam's first coefficient": lambda: translate("Edits", "Adam's first coefficient"),
    "Adam's second coefficient": lambda: translate("Edits", "Adam's second coefficient"),
    "Epsilon": lambda: translate("Edits", "Epsilon"),
    "Early stopping": lambda: translate("Edits", "Early stopping"),
    "Early stopping: least fall": lambda: translate("Edits", "Early stopping: least fall"),
    "Jitter": lambda: translate("Edits", "Jitter"),
    "Rotation": lambda: translate("Edits", "Rotation"),
    "Mirroring": lambda: translate("Edits", "Mirroring"),
    "Scaling": lambda: translate("Edits", "Scaling"),
    "Shifted pictures": lambda: translate("Edits", "Shifted pictures"),
    "Rotated pictures": lambda: translate("Edits", "Rotated pictures"),
    "Cropped pictures": lambda: translate("Edits", "Cropped pictures"),
    "Mirrored pictures": lambda: translate("Edits", "Mirrored pictures"),
    "Learning-rate schedule": lambda: translate("Edits", "Learning-rate schedule"),
    "Decay": lambda: translate("Edits", "Decay"),
    "Decay period": lambda: translate("Edits", "Decay period"),
    "Warm-up": lambda: translate("Edits", "Warm-up"),
    "Batch size": lambda: translate("Edits", "Batch size"),
    "Epochs": lambda: translate("Edits", "Epochs"),
    "Precision": lambda: translate("Edits", "Precision"),
    "Seed": lambda: translate("Edits", "Seed"),
    "New seed": lambda: translate("Edits", "New seed"),
    "Less regularisation": lambda: translate("Edits", "Less regularisation"),
    "ReLU with He": lambda: translate("Edits", "ReLU with He"),
    "Leaky ReLU": lambda: translate("Edits", "Leaky ReLU"),
    "Preset": lambda: translate("Edits", "Preset"),
    "Lesson": lambda: translate("Edits", "Lesson"),
    "Open": lambda: translate("Edits", "Open"),
    "New": lambda: translate("Edits", "New"),
    "Class mode": lambda: translate("Edits", "Class mode"),
    "Paste": lambda: translate("Edits", "Paste"),
}


def edit_words(label: str) -> str:
    """The label of an edit in the language in force; one that is not in the table stays as it is."""
    words = EDIT_WORDS.get(label)
    return label if words is None else words()
