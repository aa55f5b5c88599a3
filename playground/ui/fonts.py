"""The typeface: Inter from the assets, Chinese faces behind it, and the few sizes the window uses.

Every function takes the text scale (1 is 13 px body text) and gives a new QFont.
"""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtGui import QFont, QFontDatabase

from engine.assets import asset_path

FAMILIES = ("Inter", "Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", "Segoe UI", "sans-serif")
FILES = ("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf")

BODY, CAPTION, HEAD, TITLE, FIGURE = 13, 12, 11, 16, 20  # pixels at text scale 1


@cache
def load() -> tuple[int, ...]:
    """Make the bundled faces known to Qt, once; needs a QGuiApplication. RuntimeError if one cannot be read."""
    numbers = []
    for name in FILES:
        number = QFontDatabase.addApplicationFont(str(asset_path("fonts", name)))
        if number < 0:
            raise RuntimeError(f"font: {name} in the assets cannot be read; install the program again")
        numbers.append(number)
    return tuple(numbers)


def _font(pixels: float, weight: QFont.Weight = QFont.Weight.Normal, *, tabular: bool = False) -> QFont:
    return QFont(_made(pixels, weight, tabular))  # a copy: who gets it may change it


@lru_cache(maxsize=128)
def _made(pixels: float, weight: QFont.Weight, tabular: bool) -> QFont:
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setPixelSize(max(1, round(pixels)))
    font.setWeight(weight)
    font.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    if tabular:
        font.setFeature(QFont.Tag("tnum"), 1)  # digits of one width: a running number does not tremble
    return font


def body(text_scale: float = 1.0) -> QFont:
    """13 px, what most text is set in."""
    return _font(BODY * text_scale)


def emphasis(text_scale: float = 1.0) -> QFont:
    """13 px, semi-bold: a label that heads a few lines."""
    return _font(BODY * text_scale, QFont.Weight.DemiBold)


def caption(text_scale: float = 1.0) -> QFont:
    """12 px, for legends, axes and notes under a picture; digits of one width."""
    return _font(CAPTION * text_scale, tabular=True)


def number(text_scale: float = 1.0) -> QFont:
    """13 px with digits of one width."""
    return _font(BODY * text_scale, QFont.Weight.Medium, tabular=True)


def title(text_scale: float = 1.0) -> QFont:
    """16 px, semi-bold."""
    return _font(TITLE * text_scale, QFont.Weight.DemiBold)


def figure(text_scale: float = 1.0) -> QFont:
    """20 px, semi-bold, digits of one width: the numbers to be read from afar."""
    return _font(FIGURE * text_scale, QFont.Weight.DemiBold, tabular=True)


def head(text_scale: float = 1.0, text: str = "") -> QFont:
    """11 px spaced capitals for the head of a card; Chinese `text` is set at 12 px, neither spaced nor capital."""
    if is_chinese(text):
        return _font(CAPTION * text_scale, QFont.Weight.DemiBold)
    font = _font(HEAD * text_scale, QFont.Weight.DemiBold)
    font.setCapitalization(QFont.Capitalization.AllUppercase)
    font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 106)
    return font


def is_chinese(text: str) -> bool:
    """Whether `text` has a Chinese character (the unified ideographs and their punctuation)."""
    return any("\u3000" <= letter <= "\u9fff" or "\uff00" <= letter <= "\uffef" for letter in text)
