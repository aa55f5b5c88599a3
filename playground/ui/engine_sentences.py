"""What the engine says in English and the window shows: fixed sentences, and sentences with values in them.

`engine_words` looks them up, the first that fits. A value stands in a sentence as {name}: those of NUMBERS are
numbers, those of SAID are words of the engine again, all others (names of columns, files, cells) stay as they are.
"[s]" is an s that may be missing.
"""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

NUMBERS = frozenset(
    {"columns", "count", "high", "layer", "line", "low", "lower", "missing", "rows", "scale", "step", "value"}
)
SAID = frozenset({"allowed", "cause", "names", "problem"})


def _texts(*marked: object) -> tuple[str, ...]:
    """The marked texts as they are; Qt's stubs call them objects."""
    return tuple(map(str, marked))


PRESET_REASONS = _texts(
    QT_TRANSLATE_NOOP(
        "Engine",
        "Four tanh units bend the boundary into a ring; with α = 0.1 gradient descent finds it from any seed.",
    ),
    QT_TRANSLATE_NOOP(
        "Engine",
        "Four ReLU units can do it, but with eight no seed gets stuck; He weights suit ReLU, and Adam is quick.",
    ),
    QT_TRANSLATE_NOOP(
        "Engine",
        "The best boundary is a straight line, so no hidden layer: logistic regression finds it in a few epochs.",
    ),
    QT_TRANSLATE_NOOP(
        "Engine",
        "Three ReLU layers fold the plane often enough with x₁ and x₂ alone; L2 and a falling α smooth it.",
    ),
    QT_TRANSLATE_NOOP(
        "Engine",
        "Eight tanh units in one layer draw the bend that is needed; Adam finds it without any tuning of α.",
    ),
    QT_TRANSLATE_NOOP(
        "Engine",
        "Three classes, so three outputs with a softmax; four tanh units are plenty for straight borders.",
    ),
    QT_TRANSLATE_NOOP(
        "Engine",
        "The target is a linear function of x₁ and x₂: without a hidden layer it is found exactly.",
    ),
    QT_TRANSLATE_NOOP(
        "Engine",
        "Six bumps need many bends in both directions: two layers of sixteen tanh units, and a falling α.",
    ),
    QT_TRANSLATE_NOOP(
        "Engine",
        "Sixteen squares need three borders each way: two layers of 24 tanh units, Adam and a falling α.",
    ),
    QT_TRANSLATE_NOOP(
        "Engine",
        "One ReLU layer lays straight pieces along the wave, the next joins them; Adam and a falling α help.",
    ),
    QT_TRANSLATE_NOOP(
        "Engine",
        "With the squares x₁² and x₂² as inputs, rings become straight strips: no hidden layer, only a softmax.",
    ),
    QT_TRANSLATE_NOOP(
        "Engine",
        "Five bent arms: sixteen tanh units make the bends, a softmax divides the plane among five classes.",
    ),
    QT_TRANSLATE_NOOP(
        "Engine",
        "Each of the 256 inputs comes eight times, so all are seen; sixteen tanh units can count the bits.",
    ),
    QT_TRANSLATE_NOOP(
        "Engine",
        "Two of the three species overlap a little: a small layer with L2, as 90 flowers are soon memorised.",
    ),
    QT_TRANSLATE_NOOP(
        "Engine",
        "Thirteen normalised measurements separate the growers by planes; a hidden layer adds nothing here.",
    ),
    QT_TRANSLATE_NOOP(
        "Engine",
        "Thirty measurements, many alike: logistic regression with strong L2 spreads the weight over them.",
    ),
    QT_TRANSLATE_NOOP(
        "Engine",
        "Thirty-two ReLU units read 8×8 pixels; batches of 32 train quickly, and L2 keeps the weights small.",
    ),
    QT_TRANSLATE_NOOP(
        "Engine",
        "Without a hidden layer the boundary is a straight line, and no line separates a ring from its middle.",
    ),
    QT_TRANSLATE_NOOP(
        "Engine",
        "At λ = 100 the penalty outweighs the data: the weights shrink to nothing, and all answers are the same.",
    ),
    QT_TRANSLATE_NOOP(
        "Engine",
        "Each of six sigmoid layers shrinks the gradient to a quarter or less: the first layers hardly learn.",
    ),
    QT_TRANSLATE_NOOP(
        "Engine",
        "With all weights zero the units are alike and no gradient reaches them: only the output bias learns.",
    ),
    QT_TRANSLATE_NOOP(
        "Engine",
        "Two wide layers without L2 memorise thirty noisy samples: these are all right, new ones often wrong.",
    ),
    QT_TRANSLATE_NOOP(
        "Engine",
        "Four units give four borders, a board of sixteen squares needs six: a third of the answers are wrong.",
    ),
    QT_TRANSLATE_NOOP(
        "Engine",
        "128 of 256 inputs are memorised; as one flipped bit changes the class, they say nothing about the rest.",
    ),
    QT_TRANSLATE_NOOP(
        "Engine",
        "At α = 3 each step overshoots the valley by more than the last, until the numbers overflow.",
    ),
    QT_TRANSLATE_NOOP(
        "Engine",
        "Proline is in the hundreds, other inputs near one: in so narrow a valley 60 epochs do not get far.",
    ),
    QT_TRANSLATE_NOOP(
        "Engine",
        "Even the best rule is wrong on 8% here: a network that gets all fifty samples right has learned noise.",
    ),
    QT_TRANSLATE_NOOP(
        "Engine", "Three layers without a nonlinearity are one matrix: however deep, the boundary is a straight line."
    ),
    QT_TRANSLATE_NOOP(
        "Engine", "Weights of about 0.01 shrink the signal in each of four layers, and the gradient on its way back."
    ),
    QT_TRANSLATE_NOOP(
        "Engine", "Without a hidden layer ŷ is a plane through the bumps, and that is hardly better than a constant."
    ),
    QT_TRANSLATE_NOOP(
        "Engine",
        "Steps of α = 0.3 on single samples throw the ReLU units out of reach of the data: they never come back.",
    ),
    QT_TRANSLATE_NOOP(
        "Engine",
        "With x₁ and x₂ as inputs a softmax divides the plane by straight lines, and rings are not straight.",
    ),
    QT_TRANSLATE_NOOP(
        "Engine",
        "Halved every epoch, α falls to a thousandth in ten: the network stops long before it has learned.",
    ),
    QT_TRANSLATE_NOOP(
        "Engine", "At λ₁ = 100 every weight is pulled to zero harder than any sample pushes it: only biases are left."
    ),
    QT_TRANSLATE_NOOP(
        "Engine",
        "Areas in the hundreds drive every tanh unit to ±1, where its slope is 0: all answers are the same.",
    ),
    QT_TRANSLATE_NOOP(
        "Engine",
        "Ninety pictures are learned without a fault, new ones often misread: more data or augmentation helps.",
    ),
)

PRESET_TITLES = _texts(
    QT_TRANSLATE_NOOP("Engine", "Too simple for a ring"),
    QT_TRANSLATE_NOOP("Engine", "Far too much L2"),
    QT_TRANSLATE_NOOP("Engine", "Vanishing gradients"),
    QT_TRANSLATE_NOOP("Engine", "Zero initialisation"),
    QT_TRANSLATE_NOOP("Engine", "Overfitting"),
    QT_TRANSLATE_NOOP("Engine", "Too few units"),
    QT_TRANSLATE_NOOP("Engine", "Inputs never seen"),
    QT_TRANSLATE_NOOP("Engine", "Learning rate too large"),
    QT_TRANSLATE_NOOP("Engine", "Inputs not normalised"),
    QT_TRANSLATE_NOOP("Engine", "Overlapping classes"),
    QT_TRANSLATE_NOOP("Engine", "Deep but linear"),
    QT_TRANSLATE_NOOP("Engine", "Initial weights too small"),
    QT_TRANSLATE_NOOP("Engine", "No hidden layer"),
    QT_TRANSLATE_NOOP("Engine", "Batches of one sample"),
    QT_TRANSLATE_NOOP("Engine", "Wrong features"),
    QT_TRANSLATE_NOOP("Engine", "α decays too fast"),
    QT_TRANSLATE_NOOP("Engine", "Far too much L1"),
    QT_TRANSLATE_NOOP("Engine", "Unscaled inputs to tanh"),
    QT_TRANSLATE_NOOP("Engine", "Too few samples"),
)

ADVICE = _texts(
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

CAUSES = _texts(
    QT_TRANSLATE_NOOP("Engine", "the initial weights are too large ({kind}, scale {scale})"),
    QT_TRANSLATE_NOOP("Engine", "weight decay overshoots: αλ/m = {value} is above 2; lower λ or α"),
    QT_TRANSLATE_NOOP("Engine", "the inputs reach {value} and are not normalised; switch normalisation on, or lower α"),
    QT_TRANSLATE_NOOP("Engine", "the learning rate α = {value} is too large here; try {lower}"),
)

TABLE_NOTES = _texts(
    QT_TRANSLATE_NOOP("Engine", "Names that came twice were changed: {names}."),
    QT_TRANSLATE_NOOP("Engine", "The file was read as {encoding}."),
    QT_TRANSLATE_NOOP("Engine", "Left out, no value of {target}: {count} row[s]."),
    QT_TRANSLATE_NOOP(
        "Engine",
        "{missing} missing value[s] in {columns} column[s]: a number takes the training set's mean, "
        "a category gets a column of its own.",
    ),
    QT_TRANSLATE_NOOP("Engine", "Left out, more than {count} different texts: {names}."),
    QT_TRANSLATE_NOOP("Engine", "Left out, no values: {names}."),
    QT_TRANSLATE_NOOP("Engine", "Numbers and texts mixed, read as categories: {names}."),
    QT_TRANSLATE_NOOP("Engine", "The same in every row: {names}."),
    QT_TRANSLATE_NOOP("Engine", "Looks like a row number: {names}."),
)

PAINTING = _texts(
    QT_TRANSLATE_NOOP("Engine", "Only one class so far: paint points of another one."),
    QT_TRANSLATE_NOOP("Engine", "no points yet: paint some with a brush, or choose another data set"),
)

TABLE_PROBLEMS = _texts(
    QT_TRANSLATE_NOOP("Engine", "this is a directory, not a file"),
    QT_TRANSLATE_NOOP("Engine", "the file is larger than {count} MiB"),
    QT_TRANSLATE_NOOP("Engine", "there is no such file"),
    QT_TRANSLATE_NOOP("Engine", "reading the file is not permitted"),
    QT_TRANSLATE_NOOP("Engine", "the file cannot be read ({reason})"),
    QT_TRANSLATE_NOOP("Engine", "this is not a text file (it contains control characters)"),
    QT_TRANSLATE_NOOP("Engine", "the file is empty"),
    QT_TRANSLATE_NOOP("Engine", "this is not text in UTF-8 or GB18030; save it as UTF-8"),
    QT_TRANSLATE_NOOP("Engine", "there is only one column; cells are separated by a comma, a semicolon, a tab or |"),
    QT_TRANSLATE_NOOP("Engine", "line {line} has {count} cell[s], the first row has {columns}"),
    QT_TRANSLATE_NOOP("Engine", "the table cannot be read ({reason}); is a quote left open?"),
    QT_TRANSLATE_NOOP("Engine", "line {line}, column {column}: {cell} is infinite or beyond ±1e38"),
    QT_TRANSLATE_NOOP("Engine", "line {line}, column {column}: {cell} is not a number; nearly all of the column are"),
    QT_TRANSLATE_NOOP("Engine", "no column is left to predict from"),
    QT_TRANSLATE_NOOP("Engine", "with its categories the table has {columns} columns; at most {high} are allowed"),
    QT_TRANSLATE_NOOP("Engine", "{rows} rows × {columns} columns are more than the {high} numbers allowed"),
    QT_TRANSLATE_NOOP("Engine", "the table has {columns} columns; at most {high} are allowed"),
    QT_TRANSLATE_NOOP("Engine", "the table has a header but no rows"),
    QT_TRANSLATE_NOOP("Engine", "the table has more than {rows} rows"),
    QT_TRANSLATE_NOOP("Engine", "target {target} is not a column; columns: {names}"),
    QT_TRANSLATE_NOOP("Engine", "target {target} has no values"),
    QT_TRANSLATE_NOOP("Engine", "target {target} has more than {count} classes; choose another column"),
    QT_TRANSLATE_NOOP("Engine", "target {target} has only one class, {name}"),
    QT_TRANSLATE_NOOP("Engine", "target {target} has only one value, {value}"),
)

_ALLOWED = _texts(
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

_WHOLES = _texts(
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

LISTS = _texts(  # how a list of names ends that is too long to be given whole
    QT_TRANSLATE_NOOP("Engine", "{list} and {count} more"),
    QT_TRANSLATE_NOOP("Engine", "{list} and more"),
)

CLASSES = _texts(
    QT_TRANSLATE_NOOP("Engine", "outside"),
    QT_TRANSLATE_NOOP("Engine", "inside"),
    QT_TRANSLATE_NOOP("Engine", "different signs"),
    QT_TRANSLATE_NOOP("Engine", "same sign"),
    QT_TRANSLATE_NOOP("Engine", "lower left"),
    QT_TRANSLATE_NOOP("Engine", "upper right"),
    QT_TRANSLATE_NOOP("Engine", "second arm"),
    QT_TRANSLATE_NOOP("Engine", "first arm"),
    QT_TRANSLATE_NOOP("Engine", "lower moon"),
    QT_TRANSLATE_NOOP("Engine", "upper moon"),
    QT_TRANSLATE_NOOP("Engine", "top"),
    QT_TRANSLATE_NOOP("Engine", "left"),
    QT_TRANSLATE_NOOP("Engine", "right"),
    QT_TRANSLATE_NOOP("Engine", "odd field"),
    QT_TRANSLATE_NOOP("Engine", "even field"),
    QT_TRANSLATE_NOOP("Engine", "below"),
    QT_TRANSLATE_NOOP("Engine", "above"),
    QT_TRANSLATE_NOOP("Engine", "inner ring"),
    QT_TRANSLATE_NOOP("Engine", "middle ring"),
    QT_TRANSLATE_NOOP("Engine", "outer ring"),
    QT_TRANSLATE_NOOP("Engine", "arm 1"),
    QT_TRANSLATE_NOOP("Engine", "arm 2"),
    QT_TRANSLATE_NOOP("Engine", "arm 3"),
    QT_TRANSLATE_NOOP("Engine", "arm 4"),
    QT_TRANSLATE_NOOP("Engine", "arm 5"),
    QT_TRANSLATE_NOOP("Engine", "even"),
    QT_TRANSLATE_NOOP("Engine", "odd"),
    QT_TRANSLATE_NOOP("Engine", "class 1"),
    QT_TRANSLATE_NOOP("Engine", "class 2"),
    QT_TRANSLATE_NOOP("Engine", "class 3"),
    QT_TRANSLATE_NOOP("Engine", "class 4"),
    QT_TRANSLATE_NOOP("Engine", "class 5"),
    QT_TRANSLATE_NOOP("Engine", "class 6"),
    QT_TRANSLATE_NOOP("Engine", "class 7"),
    QT_TRANSLATE_NOOP("Engine", "class 8"),
    QT_TRANSLATE_NOOP("Engine", "class 9"),
    QT_TRANSLATE_NOOP("Engine", "setosa"),
    QT_TRANSLATE_NOOP("Engine", "versicolor"),
    QT_TRANSLATE_NOOP("Engine", "virginica"),
    QT_TRANSLATE_NOOP("Engine", "malignant"),
    QT_TRANSLATE_NOOP("Engine", "benign"),
)
