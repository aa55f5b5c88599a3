"""What the engine says in English and the window shows: fixed sentences, and sentences with values in them.

`engine_words` looks them up, the first that fits. A value stands in a sentence as {name}: those of NUMBERS are
numbers, those of SAID are words of the engine again, all others (names of columns, files, cells) stay as they are.
"[s]" is an s that may be missing.
"""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from playground.ui.data_sentences import PAINTING, TABLE_NOTES, TABLE_PROBLEMS
from playground.ui.language import marked
from playground.ui.preset_sentences import PRESET_REASONS, PRESET_TITLES

NUMBERS = frozenset(
    {"columns", "count", "high", "layer", "line", "low", "lower", "missing", "rows", "scale", "step", "value"}
)
SAID = frozenset({"allowed", "cause", "names", "problem"})

ADVICE = marked(
    QT_TRANSLATE_NOOP(
        "Engine",
        "Hold samples back: without a dev or test set nobody can tell whether the network learned by heart.",
    ),
    QT_TRANSLATE_NOOP(
        "Engine",
        "Take dev and test set from one distribution, the one the network is for: this dev set differs.",
    ),
    QT_TRANSLATE_NOOP(
        "Engine",
        "Take a larger network, with more units or layers: this one may not be able to bend enough.",
    ),
    QT_TRANSLATE_NOOP("Engine", "Train longer: the cost may still be falling."),
    QT_TRANSLATE_NOOP("Engine", "Try a more advanced optimiser: Adam gets further in the same time."),
    QT_TRANSLATE_NOOP(
        "Engine",
        "Regularise less: a penalty or dropout holds the network back while it does not even fit.",
    ),
    QT_TRANSLATE_NOOP(
        "Engine",
        "Train on more data: what is learned by heart from few samples does not hold for many.",
    ),
    QT_TRANSLATE_NOOP("Engine", "Regularise with an L2 penalty: small weights make a smooth function."),
    QT_TRANSLATE_NOOP("Engine", "Regularise with dropout: no unit can rely on another one being there."),
    QT_TRANSLATE_NOOP("Engine", "Stop where the dev cost was lowest: later epochs only learn the noise."),
    QT_TRANSLATE_NOOP("Engine", "Augment the data by changes that keep the label."),
    QT_TRANSLATE_NOOP("Engine", "Bias and variance are low: look at the test set once, and be done."),
    QT_TRANSLATE_NOOP(
        "Engine",
        "Take tanh: layers without a nonlinearity between them are one matrix, however many there are.",
    ),
    QT_TRANSLATE_NOOP("Engine", "Normalise the inputs: sizes so different make the cost a long, narrow valley."),
    QT_TRANSLATE_NOOP("Engine", "Keep the learning rate: the network stands still before it has learned."),
    QT_TRANSLATE_NOOP(
        "Engine",
        "Lower the learning rate: so long a step goes past what it aims at, and the cost jumps about.",
    ),
    QT_TRANSLATE_NOOP("Engine", "Draw the initial weights at random: equal units get equal gradients and stay equal."),
    QT_TRANSLATE_NOOP(
        "Engine",
        "Start with weights as large as the layers need: tiny ones shrink signal and gradient in each layer.",
    ),
    QT_TRANSLATE_NOOP(
        "Engine",
        "Take leaky ReLU, where dead units come back, and a tenth of α: long steps threw them out of reach.",
    ),
    QT_TRANSLATE_NOOP(
        "Engine",
        "Make Z smaller, by normalised inputs, smaller initial weights or a lower learning rate.",
    ),
    QT_TRANSLATE_NOOP(
        "Engine",
        "Take ReLU with He initial weights: its g′ is 1 where a unit is active, so nothing shrinks.",
    ),
)

CAUSES = marked(
    QT_TRANSLATE_NOOP("Engine", "the initial weights are too large ({kind}, scale {scale})"),
    QT_TRANSLATE_NOOP("Engine", "weight decay overshoots: αλ/m = {value} is above 2; lower λ or α"),
    QT_TRANSLATE_NOOP("Engine", "the inputs reach {value} and are not normalised; switch normalisation on, or lower α"),
    QT_TRANSLATE_NOOP("Engine", "the learning rate α = {value} is too large here; try {lower}"),
)

_ALLOWED = marked(
    QT_TRANSLATE_NOOP("Engine", "a whole number from {low} to {high}"),
    QT_TRANSLATE_NOOP("Engine", "a number from {low} to {high}"),
    QT_TRANSLATE_NOOP("Engine", "a number above {low} up to {high}"),
    QT_TRANSLATE_NOOP("Engine", "at least one feature; take another in before the last one out"),
    QT_TRANSLATE_NOOP("Engine", "at most 64 hidden layers"),
    QT_TRANSLATE_NOOP("Engine", "a share that holds at least one sample"),
    QT_TRANSLATE_NOOP("Engine", "0 (off), because the dev set is empty; split 60/20/20 has one"),
    QT_TRANSLATE_NOOP("Engine", "0, because it is not made for pictures"),
    QT_TRANSLATE_NOOP("Engine", "0, because it is for points of a plane"),
    QT_TRANSLATE_NOOP("Engine", "0, because it is for pictures"),
    QT_TRANSLATE_NOOP("Engine", "train/dev/test in percent that add up to 100, e.g. 60/20/20"),
    QT_TRANSLATE_NOOP("Engine", "0, because {kind} is measured data"),
    QT_TRANSLATE_NOOP("Engine", "{kind}, because the target is a number"),
    QT_TRANSLATE_NOOP("Engine", "{list}, each once"),
)

_WHOLES = marked(
    QT_TRANSLATE_NOOP("Engine", "not an experiment: {reason}"),
    QT_TRANSLATE_NOOP("Engine", "not a link of this program: {text} (a newer program wrote it)"),
    QT_TRANSLATE_NOOP("Engine", "not a link of this program: {text} (it is not whole)"),
    QT_TRANSLATE_NOOP("Engine", "not a whole link: letters of it are missing or wrong"),
    QT_TRANSLATE_NOOP(
        "Engine",
        "a link that begins with neural-playground:1:, an experiment's JSON, preset:NAME, or lines of path=value",
    ),
    QT_TRANSLATE_NOOP("Engine", "it is damaged, or of another version of this program"),
    QT_TRANSLATE_NOOP("Engine", "it is damaged, or not a run kept by this program"),
    QT_TRANSLATE_NOOP("Engine", "the kept weights are not those of this experiment on these data"),
    QT_TRANSLATE_NOOP("Engine", "step {step}: {tensor} of layer {layer} is not finite; likely cause: {cause}"),
    QT_TRANSLATE_NOOP("Engine", "{field}: {found} is not allowed; allowed: {allowed}"),
    QT_TRANSLATE_NOOP("Engine", "'{file}': {problem}"),
    QT_TRANSLATE_NOOP("Engine", "{file}: not an experiment: {reason}"),
    QT_TRANSLATE_NOOP("Engine", "{file}: not exported weights: {reason}"),
    QT_TRANSLATE_NOOP("Engine", "there is no trained network: the data could not be prepared"),
)

SENTENCES = (
    *(*PRESET_REASONS, *PRESET_TITLES, *ADVICE, *CAUSES, *TABLE_NOTES, *PAINTING, *TABLE_PROBLEMS),
    *(*_WHOLES, *_ALLOWED),
)

LISTS = marked(  # how a list of names ends that is too long to be given whole
    QT_TRANSLATE_NOOP("Engine", "{list} and {count} more"),
    QT_TRANSLATE_NOOP("Engine", "{list} and more"),
)
