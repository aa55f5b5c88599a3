"""What the engine says of its presets, in English: why each works or fails, and what a bad one is called."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from playground.ui.language import marked

PRESET_REASONS = marked(
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

PRESET_TITLES = marked(
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
