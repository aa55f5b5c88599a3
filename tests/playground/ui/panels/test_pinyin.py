"""Chinese words are found by their sound: whole, by beginnings, by first letters; nothing else is."""

from __future__ import annotations

from pathlib import Path

import pytest

from playground.ui.actions import ACTIONS
from playground.ui.panels import pinyin
from playground.ui.panels.palette_entries import entries


@pytest.mark.parametrize("typed", ["xuexilv", "xuexil", "xxl", "xue xi lv", "XueXi", "xilv", "xuexilü"])
def test_a_word_is_found_by_its_sound(typed: str) -> None:
    assert pinyin.score(typed, "学习率") is not None


@pytest.mark.parametrize("typed", ["", "x", "lx", "xuelv", "学习", "xxlx", "x1", "undo"])
def test_another_sound_finds_nothing(typed: str) -> None:
    assert pinyin.score(typed, "学习率") is None


def test_a_character_of_two_readings_answers_to_both_and_signs_do_not_count() -> None:
    assert pinyin.score("chongzhi", "重置（种子不变）") is not None
    assert pinyin.score("zhongzhi", "重置（种子不变）") is not None
    assert pinyin.score("czzz", "重置（种子不变）") is not None
    assert pinyin.score("fwj", "复位 GD，均") is None


def test_the_beginning_counts_more() -> None:
    first, later = pinyin.score("xuexi", "学习率"), pinyin.score("xuexi", "自动学习")
    assert first is not None
    assert later is not None
    assert first > later


def test_every_chinese_word_of_the_palette_can_be_spelled() -> None:
    everything = entries([row.id for row in ACTIONS], ("optimizer.learning_rate", "split"), (Path("a.json"),))
    letters = {
        letter for entry in everything for text in entry.texts for letter in text if "\u4e00" <= letter <= "\u9fff"
    }
    assert len(letters) > 100
    assert not letters - pinyin.readings().keys()
