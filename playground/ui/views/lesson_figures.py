"""What the claims of a lesson came to, as a table: a sign, the figure, the bound that it must keep, of what it is."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from math import inf

from PySide6.QtCore import QCoreApplication

from engine.claims.claim import Figure
from playground.ui.numbers import format_number
from playground.ui.theme import Theme

translate = QCoreApplication.translate
_KEPT, _BROKEN, _FREE = "✓", "✗", "·"


def figures_as_html(figures: Sequence[Figure], names: Sequence[str], theme: Theme) -> str:
    """The table. names: of the figures in the language in force, in their order; else the claims' own."""
    said = names if len(names) == len(figures) else [figure.name for figure in figures]
    rows = "".join(_row(figure, name, theme) for figure, name in zip(figures, said, strict=True))
    return f'<table cellspacing="0" cellpadding="3">{_head(theme)}{rows}</table>'


def _head(theme: Theme) -> str:
    cells = ("", translate("LessonFigures", "measured"), translate("LessonFigures", "claimed"), "")
    sides = ("left", "right", "left", "left")
    inside = "".join(
        f'<td align="{side}" style="color: {theme.secondary.name()}">{escape(cell)}</td>'
        for cell, side in zip(cells, sides, strict=True)
    )
    return f"<tr>{inside}</tr>"


def _row(figure: Figure, name: str, theme: Theme) -> str:
    sign, color = (_FREE, theme.secondary) if not figure.is_bound else (_KEPT, theme.positive)
    if not figure.holds:
        sign, color = _BROKEN, theme.error
    value, bound = format_number(figure.value, trim=True), bound_text(figure)
    return (
        f'<tr><td style="color: {color.name()}"><b>{sign}</b></td><td align="right"><b>{escape(value)}</b></td>'
        f'<td style="color: {theme.secondary.name()}">{escape(bound)}</td><td>{escape(name)}</td></tr>'
    )


def bound_text(figure: Figure) -> str:
    """≥ 0.97, ≤ 0.7, 0.5 … 2; nothing where there is no bound."""
    least, most = (format_number(bound, trim=True) for bound in (figure.least, figure.most))
    if figure.least > -inf and figure.most < inf:
        return f"{least} … {most}"
    return f"≥ {least}" if figure.least > -inf else f"≤ {most}" if figure.most < inf else ""
