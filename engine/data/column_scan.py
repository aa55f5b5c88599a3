"""What one column of a table turns out to hold while its cells come in, chunk by chunk.

Numbers are kept as numbers as long as there is nothing else; texts are kept as small whole numbers as long as there are
few different ones. What can no longer be used is dropped at once, so the texts themselves never pile up.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from engine.data.cells import is_missing, number, numbers
from engine.data.dataset import Floats

MOST_CATEGORIES = 50  # different texts of an input column; with more it is free text
MOST_CLASSES = 100  # different texts of a target
LARGEST_NUMBER = 1e38  # what single precision can hold
_UNLIKELY = 1000  # so many spellings in a chunk are not 100 texts padded with blanks

Kind = Literal["number", "category", "text", "empty"]


class ColumnScan:
    """One column: its name, how many of its cells are what, and the cells themselves in compact form.

    different: the texts (stripped), as long as there are at most 100; ``many`` says that there are more.
    first_text, first_large: (data row from 0, cell) of the first text and of the first number beyond ±1e38.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.numbers = 0
        self.texts = 0
        self.missing = 0
        self.first_text: tuple[int, str] | None = None
        self.first_large: tuple[int, str] | None = None
        self.different: dict[str, int] = {}  # text → code, in the order of appearance
        self.many = False
        self._values: list[Floats] = []
        self._codes: list[NDArray[np.int16]] = []

    @property
    def kind(self) -> Kind:
        """Numbers only, few different texts, many different texts, or nothing."""
        if not self.numbers and not self.texts:
            return "empty"
        if not self.texts:
            return "number"
        return "text" if self.many or len(self.different) > MOST_CATEGORIES else "category"

    @property
    def mixed(self) -> bool:
        """Texts among numbers."""
        return bool(self.texts and self.numbers)

    @property
    def constant(self) -> bool:
        """One and the same text in every row."""
        return len(self.different) == 1 and not self.missing

    def values(self) -> Floats:
        """All cells of a column of numbers (m,), NaN where missing."""
        return np.concatenate(self._values)

    def places(self, texts: Sequence[str]) -> Floats:
        """Each cell's index among the texts (m,), NaN where missing; the texts are all of ``different``."""
        place = np.full(len(self.different) + 1, np.nan)  # the last one is for code −1, missing
        place[[self.different[text] for text in texts]] = np.arange(len(texts))
        return np.asarray(place[np.concatenate(self._codes)])

    def add_numbers(self, values: Floats) -> None:
        """Take in a whole column of numbers (m,), none beyond ±1e38."""
        different = np.unique(values[:_UNLIKELY])
        if different.size <= MOST_CLASSES:
            different = np.unique(values)
        different = different[~np.isnan(different)]
        self.many = different.size > MOST_CLASSES
        self.different = {} if self.many else {repr(float(value)): code for code, value in enumerate(different)}
        self._take(values)

    def add(self, cells: Sequence[str], start: int, decimal_comma: bool) -> None:
        """Take in the cells of rows start, start + 1, …"""
        self._code(cells)
        values = numbers(cells, decimal_comma)
        if values is None:
            self._values.clear()
            self._count_mixed(cells, start, decimal_comma)
            return
        self._take(values)
        large = np.abs(values) > LARGEST_NUMBER
        if self.first_large is None and large.any():
            index = int(large.argmax())
            self.first_large = (start + index, cells[index])

    def _take(self, values: Floats) -> None:
        missing = int(np.isnan(values).sum())
        self.missing += missing
        self.numbers += len(values) - missing
        if not self.texts:
            self._values.append(values)

    def _code(self, cells: Sequence[str]) -> None:
        """Turn the cells into codes of their texts, until there are too many different ones."""
        if self.many:
            return
        spellings = set(cells)
        codes = {}
        for cell in sorted(spellings) if len(spellings) <= _UNLIKELY else ():
            codes[cell] = -1 if is_missing(cell) else self.different.setdefault(cell.strip(), len(self.different))
        self.many = len(spellings) > _UNLIKELY or len(self.different) > MOST_CLASSES
        if self.many:
            self.different, self._codes = {}, []
        else:
            self._codes.append(np.array([codes[cell] for cell in cells], dtype=np.int16))

    def _count_mixed(self, cells: Sequence[str], start: int, decimal_comma: bool) -> None:
        for cell, count in Counter(cells).items():
            if is_missing(cell):
                self.missing += count
            elif number(cell, decimal_comma) is not None:
                self.numbers += count
            else:
                self.texts += count
                if self.first_text is None:
                    self.first_text = (start + cells.index(cell), cell)
