"""Texts that can be said again in another language: a string, or a function that says it in the language in force.

Views pass `lambda: self.tr("Learning rate")`; the widget calls it when it is made and whenever the language changes.
"""

from __future__ import annotations

from collections.abc import Callable

Text = str | Callable[[], str]


def say(text: Text) -> str:
    """`text` in the language in force."""
    return text if isinstance(text, str) else text()
