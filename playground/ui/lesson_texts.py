"""What a lesson says: one Markdown file per lesson and language in `assets/lessons`.

The first line is the title. Below a line of three dashes a translation names the figures of the lesson's claims, one
a line, in their order; the English names are the claims' own.
"""

from __future__ import annotations

import re
from functools import cache

from engine.assets import asset_path
from engine.values import dataclass

LANGUAGES = ("en", "zh")
_LINE_END = re.compile(r"(?<!\n)\n(?![\n\-*>#|0-9])")  # within a paragraph


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonText:
    """One file. body: Markdown, with links `try:NAME`. figures: names of what is measured; none in English."""

    title: str
    body: str
    figures: tuple[str, ...]


@cache
def lesson_text(name: str, language: str) -> LessonText:
    """The lesson `name` in a language; what is not translated is in English. Raises FileNotFoundError for no lesson."""
    code = language if language in LANGUAGES else "en"
    whole = asset_path("lessons", code, f"{name}.md").read_text(encoding="utf-8")
    words, _, figures = whole.partition("\n---\n")
    title, _, body = words.partition("\n")
    return LessonText(
        title=title.removeprefix("# ").strip(),
        body=_joined(body.strip()) if code == "zh" else body.strip(),
        figures=tuple(line.removeprefix("- ") for line in figures.splitlines() if line.strip()),
    )


def _joined(body: str) -> str:
    """Chinese as it is read: a line that ends within a paragraph is no blank."""
    return _LINE_END.sub("", body)
