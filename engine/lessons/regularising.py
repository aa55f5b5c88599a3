"""The notes, 2.1.4 to 2.1.6: penalties, dropout, more data, stopping early."""

from __future__ import annotations

from dataclasses import replace

from engine.experiment import Augmentation, Data, EarlyStopping, Experiment, Layer, Optimizer, Penalty, Split
from engine.lessons.lesson import Lesson
from engine.presets import preset

_BY_HEART = preset("moons-by-heart")
_FEW = preset("digits-few")
_NOISY = Experiment(
    data=Data(kind="moons", noise=50.0, samples=400),
    split=Split(train=15.0, dev=85.0, test=0.0),
    layers=(Layer(units=32), Layer(units=32)),
    optimizer=Optimizer(kind="adam", learning_rate=0.01),
    epochs=150,
)

LESSONS = (
    Lesson(
        name="penalties",
        section="2.1.4",
        tries={
            "none": _BY_HEART,
            "some": replace(_BY_HEART, penalty=Penalty(l2=0.3)),
            "much": replace(_BY_HEART, penalty=Penalty(l2=3.0)),
            "far-too-much": replace(_BY_HEART, penalty=Penalty(l2=10.0)),
            "l1": replace(_BY_HEART, penalty=Penalty(l1=0.3)),
        },
        claims=("penalties",),
    ),
    Lesson(
        name="dropout",
        section="2.1.5",
        tries={
            "all": _NOISY,
            "half": replace(_NOISY, layers=tuple(replace(one, keep_prob=0.5) for one in _NOISY.layers)),
        },
        claims=("dropout",),
    ),
    Lesson(
        name="more-data",
        section="2.1.6",
        tries={
            "few": _FEW,
            "shifted": replace(_FEW, augmentation=Augmentation(image_shift=0.5)),
            "mirrored": replace(_FEW, augmentation=Augmentation(image_mirror=0.5)),
            "stopped": replace(_NOISY, early_stopping=EarlyStopping(patience=20)),
        },
        claims=("augmentation", "early-stopping"),
    ),
)
