"""Files to open and texts to paste, good and bad ones, as a user may have them."""

from __future__ import annotations

import itertools
from pathlib import Path
from string import ascii_uppercase

from engine.experiment_file import experiment_to_json
from engine.experiment_text import experiment_to_link
from engine.export import model_of, save_model
from engine.presets import preset
from engine.trainer import Trainer

LETTERS = ascii_uppercase * 3  # more classes than a confusion matrix has room for
ROWS = [f"{x},{y},{'in' if x * x + y * y < 10 else 'out'}" for x, y in itertools.product(range(-4, 5), repeat=2)]


def make_files(folder: Path) -> None:
    """An experiment, a table with and one without names, weights, and something of each kind that cannot be read."""
    texts = {
        "experiment.json": experiment_to_json(preset("spiral")),
        "broken.json": '{"format": 1, "layers": 7}',
        "table.csv": "\n".join(["width,height,place", *ROWS]) + "\n",
        "numbers.csv": "\n".join(row.rsplit(",", 1)[0] for row in ROWS) + "\n",
        "letters.csv": "\n".join(["place,half,letter", *(f"{n},{n // 2},{a}" for n, a in enumerate(LETTERS))]) + "\n",
        "broken.csv": "one line",
        "broken.npz": "no weights",
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    save_model(folder / "weights.npz", model_of(Trainer(preset("moons"))))


def texts_to_paste() -> tuple[str, ...]:
    """Links, JSON, and what is neither."""
    good = [text(preset(name)) for name in ("xor", "iris") for text in (experiment_to_link, experiment_to_json)]
    return *good, "", "hello", good[0][:-9], '{"layers": 0}', "数"
