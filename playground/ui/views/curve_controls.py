"""The controls of the curves' panel as tables: words, what they do to the picture, and their choices."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton, QWidget

from playground.ui.widgets import Segmented, Text, Toggle, ValueSlider
from playground.ui.widgets.wording import say

translate = QCoreApplication.translate

# Evenly spaced on the scale of 1−β, ten steps to a decade: each step averages over about a quarter more values.
_SHARES = (1, 0.8, 0.6, 0.5, 0.4, 0.3, 0.25, 0.2, 0.15, 0.12)
BETAS = (*sorted(round(1 - share * decade, 4) for decade in (1, 0.1, 0.01) for share in _SHARES), 0.999)

# Name of the option: what it is called, and (value, words, help) of each choice.
CHOICES: dict[str, tuple[Text, tuple[tuple[str, Text, Text], ...]]] = {
    "per": (
        lambda: translate("CurvePanel", "Cost of train"),
        (
            (
                "epoch",
                lambda: translate("CurvePanel", "By epoch"),
                lambda: translate("CurvePanel", "J of the whole set after each epoch"),
            ),
            (
                "batch",
                lambda: translate("CurvePanel", "By batch"),
                lambda: translate(
                    "CurvePanel",
                    "The data cost of each mini-batch, before its step. It is measured only while it is shown here, "
                    "and makes each step slower.",
                ),
            ),
        ),
    ),
    "rate": (
        lambda: translate("CurvePanel", "Learning rate α below"),
        (
            (
                "changes",
                lambda: translate("CurvePanel", "If it changes"),
                lambda: translate("CurvePanel", "Show α below the curves once it is not constant"),
            ),
            (
                "always",
                lambda: translate("CurvePanel", "Always"),
                lambda: translate("CurvePanel", "Show α below the curves"),
            ),
            ("never", lambda: translate("CurvePanel", "Never"), lambda: translate("CurvePanel", "Do not show α")),
        ),
    ),
    "figure": (
        lambda: translate("CurvePanel", "Norm of each layer"),
        (
            (
                "gradient",
                lambda: translate("CurvePanel", "‖dW‖"),
                lambda: translate(
                    "CurvePanel", "How long each layer's gradient is; where it vanishes, the layer stops learning"
                ),
            ),
            (
                "weights",
                lambda: translate("CurvePanel", "‖W‖"),
                lambda: translate("CurvePanel", "How long the vector of each layer's weights is"),
            ),
            (
                "ratio",
                lambda: translate("CurvePanel", "‖ΔW‖/‖W‖"),
                lambda: translate("CurvePanel", "How far a step moves the weights; about 0.001 is healthy"),
            ),
        ),
    ),
}

# Name of the option: words, help.
TOGGLES: dict[str, tuple[Text, Text]] = {
    "parts": (
        lambda: translate("CurvePanel", "Data and penalty apart"),
        lambda: translate("CurvePanel", "J = data + penalty: dashed, what the data and what λ add to the cost"),
    ),
    "correction": (
        lambda: translate("CurvePanel", "Bias correction"),
        lambda: translate("CurvePanel", "v/(1−βᵗ): without it the average starts at 0 and is too small at first"),
    ),
    "ghosts": (
        lambda: translate("CurvePanel", "Earlier runs"),
        lambda: translate("CurvePanel", "Keep the last five runs' curves, in grey, to compare with"),
    ),
}

COMMANDS: dict[str, tuple[Text, Text]] = {
    "clear": (
        lambda: translate("CurvePanel", "Clear"),
        lambda: translate("CurvePanel", "Forget the earlier runs"),
    ),
    "save": (
        lambda: translate("CurvePanel", "Save as…"),
        lambda: translate("CurvePanel", "As a picture (PNG, SVG) or as numbers (CSV)"),
    ),
    "picture": (
        lambda: translate("CurvePanel", "Copy picture"),
        lambda: translate("CurvePanel", "Put the picture on the clipboard"),
    ),
    "numbers": (
        lambda: translate("CurvePanel", "Copy numbers"),
        lambda: translate("CurvePanel", "Put the numbers on the clipboard, for a spreadsheet"),
    ),
}


class Command(QPushButton):
    """A button of COMMANDS, whose words and help follow the language."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._tip = COMMANDS[name]
        self.say()

    def say(self) -> None:
        """Say the words in the language in force."""
        self.setText(say(self._words))
        self.setToolTip(say(self._tip))


def choice_of(name: str, parent: QWidget) -> Segmented:
    """The choice of an option of CHOICES."""
    what, rows = CHOICES[name]
    return Segmented(rows, name=what, parent=parent)


def toggle_of(name: str, parent: QWidget) -> Toggle:
    """The switch of an option of TOGGLES."""
    words, tip = TOGGLES[name]
    return Toggle(words, tooltip=tip, parent=parent)


def beta_slider(parent: QWidget) -> ValueSlider:
    """β of the average in front."""
    return ValueSlider(
        lambda: translate("CurvePanel", "Smoothing β"),
        minimum=0,
        maximum=0.999,
        value=0.6,
        scale="steps",
        steps=BETAS,
        tooltip=lambda: translate(
            "CurvePanel", "v := βv + (1−β)θ: the line in front averages about 1/(1−β) values; 0 shows what was measured"
        ),
        parent=parent,
    )
