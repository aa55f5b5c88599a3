"""What there is to choose from, by name: data sets and their groups, features, activations, optimisers and the rest.

Names alone, so that knowing them loads neither data nor arithmetic; a test compares them with the engine's tables.
"""

from __future__ import annotations

CLASSES_KINDS = ("blobs", "rings", "pinwheel")  # generated sets with more than two classes
PLANE_KINDS = (  # points in the plane, with features made of x1 and x2
    *("circle", "xor", "gauss", "spiral", "moons", "checkerboard", "wave"),
    *CLASSES_KINDS,
    *("reg-plane", "reg-gauss"),
)
GENERATED_KINDS = (*PLANE_KINDS, "parity")
SHIPPED_KINDS = ("iris", "wine", "breast-cancer", "digits")
PAINTED, PAINTED_VALUES = "painted", "painted-values"  # points of one's own: with classes, with numbers
PAINTED_KINDS = (PAINTED, PAINTED_VALUES)
POINT_KINDS = (*PLANE_KINDS, *PAINTED_KINDS)  # all sets whose inputs are features made of x1 and x2
DATA_KINDS = (*GENERATED_KINDS, *SHIPPED_KINDS, *PAINTED_KINDS, "csv")
PLANE_FEATURES = ("x1", "x2", "x1^2", "x2^2", "x1*x2", "sin(x1)", "sin(x2)")


def parity_names(inputs: int) -> tuple[str, ...]:
    """The inputs of parity: b1 … bn. Here, where no data are needed to know them."""
    return tuple(f"b{index + 1}" for index in range(inputs))


ACTIVATION_KINDS = ("sigmoid", "tanh", "relu", "leaky-relu", "identity")
INITIALIZER_KINDS = ("zeros", "small", "uniform", "lecun", "he", "glorot")
LOSS_KINDS = ("auto", "cross-entropy", "squared-error")
OPTIMIZER_KINDS = ("gd", "momentum", "rmsprop", "adam")
SCHEDULE_KINDS = ("constant", "inverse-time", "exponential", "step", "cosine")
