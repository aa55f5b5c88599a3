"""What the review of a run says: the finding with its numbers, the advice, and the words on its button."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication

from engine.experiment import Experiment, Task
from engine.snapshot import Review
from playground.ui.numbers import format_number
from playground.ui.views.set_style import set_word

translate = QCoreApplication.translate

_BUTTONS: Mapping[str, Callable[[], str]] = {
    "hold-out": lambda: translate("Review", "Hold 20% back"),
    "larger-network": lambda: translate("Review", "Larger network"),
    "better-optimiser": lambda: translate("Review", "Take Adam"),
    "less-regularisation": lambda: translate("Review", "No regularisation"),
    "more-data": lambda: translate("Review", "Four times the samples"),
    "weight-decay": lambda: translate("Review", "Larger λ"),
    "dropout": lambda: translate("Review", "Keep half the units"),
    "stop-earlier": lambda: translate("Review", "Stop early"),
    "no-bend": lambda: translate("Review", "Take tanh"),
    "raw-inputs": lambda: translate("Review", "Normalise"),
    "no-rate-left": lambda: translate("Review", "Constant α"),
    "long-steps": lambda: translate("Review", "A tenth of α"),
    "zero-weights": lambda: translate("Review", "Random weights"),
    "tiny-weights": lambda: translate("Review", "Larger weights"),
    "dead-units": lambda: translate("Review", "Leaky ReLU, α/10"),
    "saturated-units": lambda: translate("Review", "Make Z smaller"),
    "vanishing-gradients": lambda: translate("Review", "ReLU with He"),
}


def button_words(advice: str) -> str:
    """The change that an advice means, in a word or two."""
    return _BUTTONS[advice]()


def finding(review: Review, task: Task) -> str:
    """What was found, with its numbers; nothing while it is too early to say anything."""
    verdict = "bias-unknown" if review.verdict == "bias" and not review.known else review.verdict
    words = _FINDINGS[verdict]()
    other = set_word(review.compared) if review.compared is not None else ""
    values = {
        "train": _error(review.train_error, task),
        "other": _error(review.compared_error, task),
        "set": other,
        "least": _error(review.attainable, task),
        "layer": str(review.layer),
        "share": _percent(review.share),
        "times": format_number(1.0 / review.share, 2, trim=True) if review.share else "∞",
    }
    for name, value in values.items():
        words = words.replace(f"{{{name}}}", value)
    return words


_FINDINGS: Mapping[str, Callable[[], str]] = {
    "early": lambda: "",
    "no-comparison": lambda: translate(
        "Review", "Train error {train}; there is no dev or test set to compare it with."
    ),
    "learning": lambda: translate("Review", "Still learning: train error {train}, and the cost is falling."),
    "bias": lambda: translate("Review", "High bias: train error {train}, where {least} is attainable."),
    "bias-unknown": lambda: translate(
        "Review", "High bias: train error {train}. The least attainable is not known here; it is taken as 0."
    ),
    "variance": lambda: translate("Review", "High variance: {set} error {other} against train error {train}."),
    "unsure": lambda: translate(
        "Review", "Train error {train}, {set} error {other}: so few samples cannot tell that from chance."
    ),
    "fine": lambda: translate("Review", "Bias and variance are low: train error {train}, {set} error {other}."),
    "no-bend": lambda: translate(
        "Review", "High bias, train error {train}: without a nonlinearity the network can only draw straight lines."
    ),
    "tiny-weights": lambda: translate(
        "Review", "High bias, train error {train}: the weights are so small that no signal comes through."
    ),
    "raw-inputs": lambda: translate(
        "Review", "High bias, train error {train}: one input spreads {times} times as far as another."
    ),
    "no-rate-left": lambda: translate(
        "Review", "High bias, train error {train}: α has fallen to {share} of its start."
    ),
    "long-steps": lambda: translate(
        "Review", "High bias, train error {train}: the cost has been lower, but does not stay there."
    ),
    "zero-weights": lambda: translate(
        "Review", "High bias, train error {train}: all weights of layer {layer} are zero, no gradient reaches them."
    ),
    "dead-units": lambda: translate(
        "Review", "High bias, train error {train}: {share} of the units of layer {layer} are dead, 0 for every sample."
    ),
    "saturated-units": lambda: translate(
        "Review", "High bias, train error {train}: {share} of layer {layer} is saturated, where g is flat."
    ),
    "vanishing-gradients": lambda: translate(
        "Review",
        "High bias, train error {train}: in layer {layer} dW is only {share} of the largest; it hardly learns.",
    ),
}


def way_out(before: Experiment, after: Experiment) -> str:
    """What the change after a divergence sets, in a word or two."""
    if before.penalty.l2 != after.penalty.l2:
        words, value = translate("Review", "Lower λ to {0}"), after.penalty.l2
    elif before.initializer_scale != after.initializer_scale:
        words, value = translate("Review", "Initial scale {0}"), after.initializer_scale
    elif before.optimizer.learning_rate != after.optimizer.learning_rate:
        words, value = translate("Review", "Lower α to {0}"), after.optimizer.learning_rate
    else:
        return button_words("raw-inputs")
    return words.format(format_number(value, 3, trim=True))


def _error(value: float, task: Task) -> str:
    """A share of wrong answers in percent, or a mean squared error."""
    return format_number(value, 2, trim=True) if task == "regression" else _percent(value)


def _percent(share: float) -> str:
    percent = 100.0 * share
    return f"{format_number(percent, 2 if percent < 10.0 else 3, trim=True)}%" if percent >= 0.005 else "0%"
