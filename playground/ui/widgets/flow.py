"""A layout that runs like text: left to right, and on to the next row when the width is used up."""

from __future__ import annotations

from bisect import bisect_left

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Items in rows, each as wide as it wants to be; with `fills` the rows are filled out to the whole width.

    With an `even_width` all items are equally wide, at least that much, and rows are filled out too. Hidden items
    leave no hole.
    """

    def __init__(
        self, parent: QWidget | None = None, *, gap: int = 8, even_width: int = 0, fills: bool = False
    ) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._even_width, self._fills, self._balanced = even_width, fills, True
        self._heights: dict[int, int] = {}  # by width: layouts ask often, and of every item again
        self.setSpacing(gap)
        self.setContentsMargins(0, 0, 0, 0)

    def set_even_width(self, width: int, *, balanced: bool | None = None) -> None:
        """Change the least width of items that share a row evenly, in pixels.

        Unless `balanced` there are always as many columns as fit, and the last row is left short.
        """
        self._even_width = width
        self._balanced = self._balanced if balanced is None else balanced
        self.invalidate()

    def height_of(self, count: int, width: int) -> int:
        """How high `count` evenly wide items are, hidden or not, as high as the first of them."""
        columns, share = self._columns(count, width)
        height = max((self._height_of(item, share) for item in self._items[:1]), default=0)
        rows = -(-count // columns)
        return rows * height + (rows - 1) * self.spacing()

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            placed = self._places(QRect(0, 0, width, 0))
            bottom = max((place.bottom() + 1 for place in placed), default=0)
            self._heights[width] = bottom + self.contentsMargins().bottom()
        return self._heights[width]

    def setGeometry(self, area: QRect) -> None:
        super().setGeometry(area)
        for item, place in zip(self._shown(), self._places(area), strict=True):
            item.setGeometry(place)

    def sizeHint(self) -> QSize:
        wide = self._sizes()
        width = sum(size.width() for size in wide) + self.spacing() * max(0, len(wide) - 1)
        margins = self.contentsMargins()
        return QSize(width + margins.left() + margins.right(), self.heightForWidth(width))

    def minimumSize(self) -> QSize:
        sizes = self._sizes(smallest=True)
        margins = self.contentsMargins()
        width = max((size.width() for size in sizes), default=0)
        height = max((size.height() for size in sizes), default=0)
        return QSize(width + margins.left() + margins.right(), height + margins.top() + margins.bottom())

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _sizes(self, *, smallest: bool = False) -> list[QSize]:
        sizes = [item.minimumSize() if smallest else item.sizeHint() for item in self._shown()]
        return [QSize(self._even_width, size.height()) for size in sizes] if self._even_width else sizes

    def _places(self, area: QRect) -> list[QRect]:
        """Where each item goes within `area`."""
        inner = area.marginsRemoved(self.contentsMargins())
        places, top = [], inner.top()
        for row in self._rows(inner.width()):
            left = inner.left()
            for size in row:
                places.append(QRect(QPoint(left, top), size))
                left += size.width() + self.spacing()
            top += max(size.height() for size in row) + self.spacing()
        return places

    def _rows(self, width: int) -> list[list[QSize]]:
        if self._even_width:
            return self._even_rows(width)
        sizes = self._sizes()
        limit = self._narrowest([size.width() for size in sizes], width) if self._fills else width
        left = iter(sizes)
        rows = [[next(left) for _ in range(count)] for count in self._broken([size.width() for size in sizes], limit)]
        return [self._filled(row, width) for row in rows] if self._fills else rows

    def _narrowest(self, widths: list[int], width: int) -> int:
        """The narrowest that needs no more rows than `width`: it makes the rows about equally long."""
        rows = len(self._broken(widths, width))
        return bisect_left(range(width), True, key=lambda limit: len(self._broken(widths, limit)) == rows)

    def _broken(self, widths: list[int], width: int) -> list[int]:
        """How many items stand in each row no wider than `width`, but for items that are wider themselves."""
        counts: list[int] = []
        gap, used = self.spacing(), 0
        for one in widths:
            if not counts or used + gap + one > width:
                counts.append(0)
                used = -gap
            counts[-1] += 1
            used += gap + one
        return counts

    def _filled(self, row: list[QSize], width: int) -> list[QSize]:
        spare = width - sum(size.width() for size in row) - self.spacing() * (len(row) - 1)
        shares = [spare * (index + 1) // len(row) - spare * index // len(row) for index in range(len(row))]
        return [QSize(size.width() + max(0, share), size.height()) for size, share in zip(row, shares, strict=True)]

    def _even_rows(self, width: int) -> list[list[QSize]]:
        shown = self._shown()
        if not shown:
            return []
        columns, share = self._columns(len(shown), width)
        sizes = [QSize(share, self._height_of(item, share)) for item in shown]
        return [sizes[start : start + columns] for start in range(0, len(shown), columns)]

    def _columns(self, count: int, width: int) -> tuple[int, int]:
        """How many items stand in a row of evenly wide ones, and how wide each is."""
        columns = max(1, (width + self.spacing()) // (self._even_width + self.spacing()))
        if self._balanced:
            columns = min(columns, -(-count // -(-count // columns)))  # 4 where 3 fit stand in rows of 2 and 2
        return columns, (width - self.spacing() * (columns - 1)) // columns

    @staticmethod
    def _height_of(item: QLayoutItem, width: int) -> int:
        return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
