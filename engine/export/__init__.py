"""Trained networks to files and back, and the run's history as a table.

An exported model (``.npz`` or ``.safetensors``) holds ``layers.1.weight`` (n[1], n[0]), ``layers.1.bias`` (n[1],) and
so on up to the output layer; under batch norm ``gamma``, ``beta``, ``running_mean``, ``running_variance`` (n[l],) stand
in the bias's place. ``columns.fill`` (n_x,) is what a missing number becomes, ``inputs.mean`` and ``inputs.scale``
(n[0],) normalise. The text ``model`` is JSON: the names of columns, inputs and classes, and the whole experiment.
With plain NumPy, for a network on the columns themselves (no features built) and without batch norm::

    import json
    import numpy as np

    archive = np.load("weights.npz")
    model = json.loads(str(archive["model"]))
    x = np.zeros((3, len(model["columns"])))  # three samples in rows, as they are in the data

    a = (np.where(np.isnan(x), archive["columns.fill"], x) - archive["inputs.mean"]) / archive["inputs.scale"]
    hidden = [layer["activation"] for layer in model["experiment"]["layers"]]
    for number, name in enumerate([*hidden, model["task"]], start=1):
        z = a @ archive[f"layers.{number}.weight"].T + archive[f"layers.{number}.bias"]
        if name == "tanh":
            a = np.tanh(z)
        elif name == "relu":
            a = np.maximum(z, 0)
        elif name in ("sigmoid", "two-class"):
            a = 1 / (1 + np.exp(-z))
        elif name == "classes":
            a = np.exp(z - z.max(axis=1, keepdims=True))
            a /= a.sum(axis=1, keepdims=True)
        else:  # identity, and the output of a regression
            a = z
    print(a)  # probabilities (m, 1) or (m, C), or values (m, 1)
"""

from engine.export.history_csv import history_to_csv, save_history
from engine.export.model import Model, model_of, trainer_from_model
from engine.export.model_file import MODEL_FORMATS, ModelFormat, load_model, save_model
from engine.export.predictions_csv import predictions_to_csv, save_predictions

__all__ = [
    "MODEL_FORMATS",
    "Model",
    "ModelFormat",
    "history_to_csv",
    "load_model",
    "model_of",
    "predictions_to_csv",
    "save_history",
    "save_model",
    "save_predictions",
    "trainer_from_model",
]
