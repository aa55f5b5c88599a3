"""The columns of the shipped tables in the language in force; those of a table of one's own stay as they are."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

COLUMNS = (
    # iris
    QT_TRANSLATE_NOOP("Columns", "sepal length (cm)"),
    QT_TRANSLATE_NOOP("Columns", "sepal width (cm)"),
    QT_TRANSLATE_NOOP("Columns", "petal length (cm)"),
    QT_TRANSLATE_NOOP("Columns", "petal width (cm)"),
    # wine
    QT_TRANSLATE_NOOP("Columns", "alcohol"),
    QT_TRANSLATE_NOOP("Columns", "malic_acid"),
    QT_TRANSLATE_NOOP("Columns", "ash"),
    QT_TRANSLATE_NOOP("Columns", "alcalinity_of_ash"),
    QT_TRANSLATE_NOOP("Columns", "magnesium"),
    QT_TRANSLATE_NOOP("Columns", "total_phenols"),
    QT_TRANSLATE_NOOP("Columns", "flavanoids"),
    QT_TRANSLATE_NOOP("Columns", "nonflavanoid_phenols"),
    QT_TRANSLATE_NOOP("Columns", "proanthocyanins"),
    QT_TRANSLATE_NOOP("Columns", "color_intensity"),
    QT_TRANSLATE_NOOP("Columns", "hue"),
    QT_TRANSLATE_NOOP("Columns", "od280/od315_of_diluted_wines"),
    QT_TRANSLATE_NOOP("Columns", "proline"),
    # breast-cancer
    QT_TRANSLATE_NOOP("Columns", "mean radius"),
    QT_TRANSLATE_NOOP("Columns", "mean texture"),
    QT_TRANSLATE_NOOP("Columns", "mean perimeter"),
    QT_TRANSLATE_NOOP("Columns", "mean area"),
    QT_TRANSLATE_NOOP("Columns", "mean smoothness"),
    QT_TRANSLATE_NOOP("Columns", "mean compactness"),
    QT_TRANSLATE_NOOP("Columns", "mean concavity"),
    QT_TRANSLATE_NOOP("Columns", "mean concave points"),
    QT_TRANSLATE_NOOP("Columns", "mean symmetry"),
    QT_TRANSLATE_NOOP("Columns", "mean fractal dimension"),
    QT_TRANSLATE_NOOP("Columns", "radius error"),
    QT_TRANSLATE_NOOP("Columns", "texture error"),
    QT_TRANSLATE_NOOP("Columns", "perimeter error"),
    QT_TRANSLATE_NOOP("Columns", "area error"),
    QT_TRANSLATE_NOOP("Columns", "smoothness error"),
    QT_TRANSLATE_NOOP("Columns", "compactness error"),
    QT_TRANSLATE_NOOP("Columns", "concavity error"),
    QT_TRANSLATE_NOOP("Columns", "concave points error"),
    QT_TRANSLATE_NOOP("Columns", "symmetry error"),
    QT_TRANSLATE_NOOP("Columns", "fractal dimension error"),
    QT_TRANSLATE_NOOP("Columns", "worst radius"),
    QT_TRANSLATE_NOOP("Columns", "worst texture"),
    QT_TRANSLATE_NOOP("Columns", "worst perimeter"),
    QT_TRANSLATE_NOOP("Columns", "worst area"),
    QT_TRANSLATE_NOOP("Columns", "worst smoothness"),
    QT_TRANSLATE_NOOP("Columns", "worst compactness"),
    QT_TRANSLATE_NOOP("Columns", "worst concavity"),
    QT_TRANSLATE_NOOP("Columns", "worst concave points"),
    QT_TRANSLATE_NOOP("Columns", "worst symmetry"),
    QT_TRANSLATE_NOOP("Columns", "worst fractal dimension"),
)
_KNOWN = frozenset(map(str, COLUMNS))


def say_column(name: str, *, own_table: bool) -> str:
    """How a column is called on the screen."""
    if own_table or name not in _KNOWN:
        return name
    return QCoreApplication.translate("Columns", name).replace("_", " ")
