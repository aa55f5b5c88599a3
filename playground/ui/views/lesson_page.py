"""The words of a lesson as a page: links that look like links, the one that is tried set off, results below."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from PySide6.QtGui import QPalette, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextBrowser, QWidget

from playground.ui.theme import themes

PARAGRAPH_GAP = 7  # pixels


class LessonPage(QTextBrowser):
    """`anchorClicked(QUrl)` when a link is taken; nothing is opened by the page itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setProperty("role", "page")
        self.document().setDocumentMargin(4)
        self._below = 0  # where the words end and the results begin
        self._marked: frozenset[str] = frozenset()

    def show_words(self, markdown: str) -> None:
        """Show these words from their beginning, in the colours of the theme; no link of them is marked."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Link, themes().current.accent)
        self.setPalette(palette)
        self.setMarkdown(markdown)
        self._space_out()
        self._marked = frozenset()
        for link in self._links():
            link.mergeCharFormat(_plain())
        self._below = self._end().position()
        self.verticalScrollBar().setValue(0)

    def add_results(self, html: str) -> None:
        """Put this below the words."""
        cursor = self._end()
        cursor.insertBlock()
        cursor.insertHtml(html)
        self.verticalScrollBar().setValue(0)

    def go_to_results(self) -> None:
        """Scroll to the end of the words, as far as there is something below them."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._below)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect(cursor).top())

    def mark(self, addresses: Collection[str]) -> None:
        """Set off the links to these addresses, and no others: what they lead to is what is seen now."""
        wanted = frozenset(addresses)
        if wanted == self._marked:
            return
        self._marked = wanted
        for link in self._links():
            is_here = link.charFormat().anchorHref() in wanted
            link.mergeCharFormat(_here() if is_here else _plain())

    def _end(self) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        return cursor

    def _space_out(self) -> None:
        block = self.document().begin()
        while block.isValid():
            spaced = block.blockFormat()
            spaced.setBottomMargin(PARAGRAPH_GAP)
            QTextCursor(block).setBlockFormat(spaced)
            block = block.next()

    def _links(self) -> Iterator[QTextCursor]:
        """Every link, selected; what was found first is not moved by what is done to it."""
        places = []
        block = self.document().begin()
        while block.isValid():
            piece = block.begin()
            while not piece.atEnd():
                fragment = piece.fragment()
                if fragment.charFormat().isAnchor():
                    places.append((fragment.position(), fragment.length()))
                piece += 1
            block = block.next()
        for position, length in places:
            cursor = QTextCursor(self.document())
            cursor.setPosition(position)
            cursor.setPosition(position + length, QTextCursor.MoveMode.KeepAnchor)
            yield cursor


def _plain() -> QTextCharFormat:
    """Underlined: colour alone is no sign."""
    theme, look = themes().current, QTextCharFormat()
    look.setFontUnderline(True)
    look.setForeground(theme.accent)
    look.setBackground(theme.field)  # what the page itself has
    return look


def _here() -> QTextCharFormat:
    """As a choice that is taken."""
    theme, look = themes().current, QTextCharFormat()
    look.setFontUnderline(False)
    look.setForeground(theme.accent_text)
    look.setBackground(theme.accent)
    return look
