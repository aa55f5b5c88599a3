"""What a screen reader is told: tooltips without markup, and what the keys have come to."""

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from playground.ui.widgets import spoken


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<p>a := max(γz, z)</p><p>Acts at once.</p>", "a := max(γz, z)\nActs at once."),
        ("Blobs<p>Starts again.</p>", "Blobs\nStarts again."),
        ("<p>p &lt; 0.5 &amp; more</p>", "p < 0.5 & more"),
        ("0 < p and p > 1", "0 < p and p > 1"),
        ("W := W − α dW", "W := W − α dW"),
        ("", ""),
    ],
)
def test_markup_is_left_out_and_nothing_else(text: str, words: str) -> None:
    assert spoken.plain(text) == words


def test_a_tooltip_is_explained_to_everybody(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    spoken.explain(widget, "<p>One</p><p>Two</p>")
    assert (widget.toolTip(), widget.accessibleDescription()) == ("<p>One</p><p>Two</p>", "One\nTwo")


def test_words_are_announced_and_nothing_is_not(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []

    def hear(event: QAccessibleAnnouncementEvent) -> None:
        told.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", staticmethod(hear))
    widget = QWidget()
    qtbot.addWidget(widget)
    spoken.announce(widget, "w = 0.5")
    spoken.announce(widget, "")
    assert told == ["w = 0.5"]
