"""An edit is a pure function from one experiment to the next, with the words the undo list shows for it.

Everything that can be changed in the window goes through one of these, so that all of it can be undone. Making an edit
never fails; applying one (``edit.change(experiment)``) raises ``ExperimentError`` when the result would not be allowed.
"""

from engine.edits.data import choose_data, plane_features, set_split, toggle_feature
from engine.edits.edit import LABELS, Change, Edit
from engine.edits.freezing import freeze, release
from engine.edits.layers import add_layer, add_unit, remove_layer, remove_unit
from engine.edits.setting import new_seed, replace_experiment, set_field

__all__ = [
    "LABELS",
    "Change",
    "Edit",
    "add_layer",
    "add_unit",
    "choose_data",
    "freeze",
    "new_seed",
    "plane_features",
    "release",
    "remove_layer",
    "remove_unit",
    "replace_experiment",
    "set_field",
    "set_split",
    "toggle_feature",
]
