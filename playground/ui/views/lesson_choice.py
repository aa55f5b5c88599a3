"""The list of all lessons, by the chapters of the notes."""

from __future__ import annotations

from PySide6.QtGui import QStandardItemModel

from engine.lessons.table import LESSONS
from playground.ui.lesson_texts import lesson_text
from playground.ui.widgets import QuietCombo


class LessonChoice(QuietCombo):
    """A lesson's row carries its name; that of a chapter cannot be taken."""

    def fill(self, language: str) -> None:
        """Name the lessons in a language; the one that is shown stays."""
        shown, chapter = self.currentData(), ""
        self.clear()
        for row in LESSONS.values():
            if not row.section.startswith(f"{chapter}."):
                chapter = row.section.rpartition(".")[0].rpartition(" ")[2]
                self._add_chapter(chapter)
            self.addItem(f"{row.section}  {lesson_text(row.name, language).title}", row.name)
        self.show_lesson(shown)

    def show_lesson(self, name: str | None) -> None:
        """Show a lesson as the one that is read."""
        self.setCurrentIndex(self.findData(name) if name else -1)

    def _add_chapter(self, chapter: str) -> None:
        self.addItem(f"{chapter}  {self._titles()[chapter]}")
        rows = self.model()
        assert isinstance(rows, QStandardItemModel), "a combo box has one of its own"
        row = rows.item(self.count() - 1)
        row.setEnabled(False)
        emphasis = self.font()
        emphasis.setBold(True)
        row.setFont(emphasis)

    def _titles(self) -> dict[str, str]:
        return {
            "1.1": self.tr("Logistic regression"),
            "1.2": self.tr("Shallow networks"),
            "1.3": self.tr("Deep networks"),
            "2.1": self.tr("Setting up and regularising"),
            "2.2": self.tr("Optimisation"),
            "2.3": self.tr("Tuning, batch norm, softmax"),
        }
