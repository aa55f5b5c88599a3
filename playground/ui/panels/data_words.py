"""The words about the data sets: a short title for the picture, what is predicted, and what noise means there.

One row per data set; the English sentences about noise are those of the engine's table, so that both say the same.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication

from engine.values import dataclass

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class DataWords:
    """One data set: title short enough to stand below a small picture, full name, meaning of its noise."""

    title: Callable[[], str]
    name: Callable[[], str]
    noise: Callable[[], str] | None = None


def _label_noise() -> str:
    return translate("DataSets", "The label is read off up to 5 × noise away along each axis; the point itself stays.")


def _height_noise() -> str:
    return translate("DataSets", "The height is read off up to 6 × noise away along each axis; the point itself stays.")


def _cloud_noise() -> str:
    return translate("DataSets", "Both clouds spread: the variance along each axis is 0.5 + 7 × noise.")


def _spiral_noise() -> str:
    return translate("DataSets", "Each point is moved off its arm by up to 1 × noise along each axis.")


def _moons_noise() -> str:
    return translate(
        "DataSets", "Each point is moved by a Gaussian step with standard deviation 2 × noise along each axis."
    )


def _blobs_noise() -> str:
    return translate("DataSets", "The three clouds spread: the variance along each axis is 0.5 + 7 × noise.")


def _rings_noise() -> str:
    return translate("DataSets", "The label is read off up to 4 × noise away along each axis; the point itself stays.")


def _height_reading() -> str:
    return translate("DataSets", "The label is read off up to 5 × noise higher or lower; the point itself stays.")


def _pinwheel_noise() -> str:
    return translate(
        "DataSets",
        "The arms fan out: points turn by a Gaussian angle of standard deviation 0.12 + noise.",
    )


def _parity_noise() -> str:
    return translate("DataSets", "Each label is flipped with a probability equal to the noise; the inputs stay.")


DATA_WORDS: Mapping[str, DataWords] = {
    "circle": DataWords(
        lambda: translate("DataSets", "Circle"), lambda: translate("DataSets", "Circle in a ring"), _label_noise
    ),
    "xor": DataWords(lambda: translate("DataSets", "XOR"), lambda: translate("DataSets", "Exclusive or"), _label_noise),
    "gauss": DataWords(
        lambda: translate("DataSets", "Clouds"), lambda: translate("DataSets", "Two clouds"), _cloud_noise
    ),
    "spiral": DataWords(
        lambda: translate("DataSets", "Spiral"), lambda: translate("DataSets", "Two spiral arms"), _spiral_noise
    ),
    "moons": DataWords(
        lambda: translate("DataSets", "Moons"), lambda: translate("DataSets", "Two half moons"), _moons_noise
    ),
    "checkerboard": DataWords(
        lambda: translate("DataSets", "Checks"), lambda: translate("DataSets", "Checkerboard"), _label_noise
    ),
    "wave": DataWords(
        lambda: translate("DataSets", "Wave"), lambda: translate("DataSets", "Above or below a wave"), _height_reading
    ),
    "blobs": DataWords(
        lambda: translate("DataSets", "Blobs"), lambda: translate("DataSets", "Three clouds"), _blobs_noise
    ),
    "rings": DataWords(
        lambda: translate("DataSets", "Rings"), lambda: translate("DataSets", "Three rings"), _rings_noise
    ),
    "pinwheel": DataWords(
        lambda: translate("DataSets", "Wheel"),
        lambda: translate("DataSets", "Pinwheel with five arms"),
        _pinwheel_noise,
    ),
    "reg-plane": DataWords(
        lambda: translate("DataSets", "Plane"), lambda: translate("DataSets", "A tilted plane"), _height_noise
    ),
    "reg-gauss": DataWords(
        lambda: translate("DataSets", "Bumps"), lambda: translate("DataSets", "Six bumps"), _height_noise
    ),
    "parity": DataWords(
        lambda: translate("DataSets", "Parity"), lambda: translate("DataSets", "Parity of bits"), _parity_noise
    ),
    "iris": DataWords(lambda: translate("DataSets", "Iris"), lambda: translate("DataSets", "Iris flowers")),
    "wine": DataWords(lambda: translate("DataSets", "Wine"), lambda: translate("DataSets", "Wines of three growers")),
    "breast-cancer": DataWords(
        lambda: translate("DataSets", "Cancer"), lambda: translate("DataSets", "Breast cancer, benign or not")
    ),
    "digits": DataWords(
        lambda: translate("DataSets", "Digits"), lambda: translate("DataSets", "Handwritten digits, 8 × 8")
    ),
    "painted": DataWords(
        lambda: translate("DataSets", "Painted"), lambda: translate("DataSets", "Points you paint yourself")
    ),
    "painted-values": DataWords(
        lambda: translate("DataSets", "Painted"), lambda: translate("DataSets", "Numbers you paint yourself")
    ),
    "csv": DataWords(lambda: translate("DataSets", "Table"), lambda: translate("DataSets", "A table of your own")),
}

TASK_WORDS: Mapping[str, Callable[[], str]] = {
    "two-class": lambda: translate("DataSets", "two classes"),
    "classes": lambda: translate("DataSets", "%1 classes"),
    "regression": lambda: translate("DataSets", "a number"),
}
