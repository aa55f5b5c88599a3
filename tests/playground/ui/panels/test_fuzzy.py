"""Few letters find the thing that is meant, and never one that lacks a letter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.ui.panels.fuzzy import best_score, score

TEXTS = (
    "Learning rate",
    "L2 penalty",
    "Light or dark",
    "Larger text",
    "Batch size",
    "批量大小",
    "学习率",
    "layers[].units",
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("learning", "Learning rate"),
        ("lr", "Learning rate"),
        ("rate", "Learning rate"),
        ("rate learn", "Learning rate"),
        ("BATCH", "Batch size"),
        ("bs", "Batch size"),
        ("l2", "L2 penalty"),
        ("学习", "学习率"),
        ("大小", "批量大小"),
        ("学率", "学习率"),
        ("units", "layers[].units"),
    ],
)
def test_what_is_meant_comes_first(typed: str, meant: str) -> None:
    scored = {text: found for text in TEXTS if (found := score(typed, text)) is not None}
    assert max(scored, key=lambda text: scored[text]) == meant


@pytest.mark.parametrize("typed", ["xyz", "rate batch", "earn1", "数据"])
def test_what_does_not_fit_is_not_found(typed: str) -> None:
    assert [text for text in TEXTS if score(typed, text) is not None] == []


def test_nothing_typed_fits_everything() -> None:
    assert {score("  ", text) for text in TEXTS} == {0}


def test_the_best_of_several_texts_counts() -> None:
    assert best_score("undo", ("x", "undo it", "undo")) == score("undo", "undo")
    assert best_score("undo", ("redo",)) is None
    assert best_score("undo", ()) is None


@given(st.text(max_size=6), st.text(max_size=30))
def test_only_a_text_with_all_letters_is_found(typed: str, text: str) -> None:
    found = score(typed, text) is not None
    if found:
        rest = list(text.casefold())
        assert all(letter in rest for letter in "".join(typed.casefold().split()))
    if typed.split() and typed.casefold() in text.casefold():
        assert found
