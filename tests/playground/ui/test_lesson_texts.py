"""Each lesson is written in both languages, and they say the same: links, figures, paragraphs."""

from __future__ import annotations

import re

import pytest

from engine.assets import asset_path
from engine.claims.table import CLAIMS
from engine.lessons.table import LESSONS
from playground.ui.lesson_texts import LANGUAGES, lesson_text

LINK = re.compile(r"\]\(([^)]*)\)")
HAN = re.compile(r"[\u4e00-\u9fff]")


def test_there_is_a_file_for_each_and_no_other() -> None:
    for language in LANGUAGES:
        assert {path.stem for path in asset_path("lessons", language).glob("*.md")} == set(LESSONS)


@pytest.mark.parametrize("name", LESSONS)
def test_every_experiment_is_linked_once_in_both(name: str) -> None:
    for language in LANGUAGES:
        links = LINK.findall(lesson_text(name, language).body)
        assert sorted(links) == sorted(f"try:{one}" for one in LESSONS[name].tries)


@pytest.mark.parametrize("name", LESSONS)
def test_both_have_as_many_paragraphs_and_each_its_own_letters(name: str) -> None:
    english, chinese = (lesson_text(name, language) for language in LANGUAGES)
    assert english.body.count("\n\n") == chinese.body.count("\n\n")
    assert not HAN.search(english.title + english.body)
    assert HAN.search(chinese.title)
    assert HAN.search(chinese.body)
    assert "\n" not in english.title + chinese.title
    assert english.title != ""
    assert english.figures == ()  # the claims' own names
    assert "---" not in asset_path("lessons", "en", f"{name}.md").read_text(encoding="utf-8")
    assert len(english.body) < 1600  # what one reads beside a network


@pytest.mark.parametrize("name", LESSONS)
def test_chinese_names_every_figure_of_the_claims(name: str) -> None:
    rows = [CLAIMS[claim] for claim in LESSONS[name].claims]
    ticks = iter(float(tick) for tick in range(1000))
    figures = [
        figure
        for row in rows
        for figure in (*row.measure(), *(row.timed(lambda: next(ticks)) if row.timed is not None else ()))
    ]
    said = lesson_text(name, "zh").figures
    assert len(said) == len(figures)
    assert len(set(said)) == len(said)


def test_a_language_that_is_not_there_is_english() -> None:
    assert lesson_text("logistic-regression", "fr") == lesson_text("logistic-regression", "en")
    with pytest.raises(FileNotFoundError):
        lesson_text("no-such-lesson", "en")


def test_lines_of_chinese_are_joined() -> None:
    raw = asset_path("lessons", "zh", "penalties.md").read_text(encoding="utf-8")
    body = lesson_text("penalties", "zh").body
    assert len(raw.splitlines()) > len(body.splitlines())
    assert all(not before or not after for before, after in zip(body.splitlines(), body.splitlines()[1:], strict=False))
