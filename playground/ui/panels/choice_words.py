"""The titles of what can be chosen: activations, initialisations, optimisers, losses, learning-rate schedules.

One row per row of the engine's tables, whose formulas are shown beside the titles and need no translation.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate
Titles = Mapping[str, Callable[[], str]]

ACTIVATION_TITLES: Titles = {
    "sigmoid": lambda: translate("Choices", "Sigmoid"),
    "tanh": lambda: translate("Choices", "Tanh"),
    "relu": lambda: translate("Choices", "ReLU"),
    "leaky-relu": lambda: translate("Choices", "Leaky ReLU"),
    "identity": lambda: translate("Choices", "Identity"),
}

INITIALIZER_TITLES: Titles = {
    "zeros": lambda: translate("Choices", "Zeros"),
    "small": lambda: translate("Choices", "Small random"),
    "uniform": lambda: translate("Choices", "Uniform ±½"),
    "lecun": lambda: translate("Choices", "LeCun (Xavier)"),
    "he": lambda: translate("Choices", "He"),
    "glorot": lambda: translate("Choices", "Glorot"),
}

OPTIMIZER_TITLES: Titles = {
    "gd": lambda: translate("Choices", "GD"),
    "momentum": lambda: translate("Choices", "Momentum"),
    "rmsprop": lambda: translate("Choices", "RMSprop"),
    "adam": lambda: translate("Choices", "Adam"),
}

# when to take which, as the engine's table says it
OPTIMIZER_USES: Titles = {
    "gd": lambda: translate("Choices", "Gradient descent: the easiest to understand; robust when α is chosen well."),
    "momentum": lambda: translate("Choices", "Momentum: for long narrow valleys; averaging cancels the zigzag."),
    "rmsprop": lambda: translate("Choices", "RMSprop: for gradients of very different sizes."),
    "adam": lambda: translate("Choices", "Adam: a good first choice for almost everything."),
}

LOSS_TITLES: Titles = {
    "auto": lambda: translate("Choices", "Automatic"),
    "cross-entropy": lambda: translate("Choices", "Cross-entropy"),
    "squared-error": lambda: translate("Choices", "Squared error"),
}

SCHEDULE_TITLES: Titles = {
    "constant": lambda: translate("Choices", "Constant"),
    "inverse-time": lambda: translate("Choices", "Inverse time"),
    "exponential": lambda: translate("Choices", "Exponential"),
    "step": lambda: translate("Choices", "Steps"),
    "cosine": lambda: translate("Choices", "Cosine"),
}
