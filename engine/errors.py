"""What the engine says when something is wrong: one line that names the field, the value and what is allowed."""


class ExperimentError(ValueError):
    """A field of an experiment (or an argument named like one) has a value that is not allowed.

    path: where, as written in the file and after ``--set`` (``layers[1].keep_prob``).
    value: what was found there.
    allowed: what may stand there, in words or as a list.
    """

    def __init__(self, path: str, value: object, allowed: str) -> None:
        super().__init__(f"{path}: {shorten(value)} is not allowed; allowed: {allowed}")
        self.path = path
        self.value = value
        self.allowed = allowed


class DataError(ValueError):
    """A data file cannot be used as it is; the message is one line and names the row and column where it can."""


class FileFormatError(ValueError):
    """A file is not an experiment, or not exported weights, or is damaged; the message is one line."""


class GradientCheckError(ValueError):
    """A gradient check was asked for where it has no meaning (live dropout, for example)."""


class Diverged(ArithmeticError):  # noqa: N818 - an outcome the caller reports as data, not a programming error
    """The gradient is no longer finite; the parameters are the last finite ones.

    step: the step (1-based, over the whole run) whose gradient was not finite.
    layer: 1..L, the layer in which the first non-finite number stands.
    quantity: which tensor of that layer (``"Z"``, ``"A"``, ``"dZ"`` or ``"dW"``).
    cause: the likely cause in words.
    """

    def __init__(self, *, step: int, layer: int, quantity: str, cause: str) -> None:
        super().__init__(f"step {step}: {quantity} of layer {layer} is not finite; likely cause: {cause}")
        self.step = step
        self.layer = layer
        self.quantity = quantity
        self.cause = cause


def shorten(value: object, limit: int = 80) -> str:
    """The value as Python writes it, without its middle where that is too long: a path keeps its file's name."""
    text = repr(value)
    half = (limit - 1) // 2
    return text if len(text) <= limit else f"{text[:half]}…{text[-half:]}"
