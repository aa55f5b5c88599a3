"""The columns of the shipped tables are said in the language in force, those of one's own table never."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from engine.data import SHIPPED, load_shipped
from playground.ui.column_words import COLUMNS, say_column
from playground.ui.language import install_language

TABLES = [name for name, row in SHIPPED.items() if row.image_shape is None]


@pytest.fixture
def chinese(qapp: QApplication) -> Iterator[None]:
    install_language(qapp, "zh")
    yield
    install_language(qapp, "en")


@pytest.mark.parametrize("table", TABLES)
def test_every_column_has_a_chinese_word_of_its_own(table: str, chinese: None) -> None:
    names = load_shipped(table).feature_names
    said = [say_column(name, own_table=False) for name in names]
    assert len(set(said)) == len(names)
    assert [word for word in said if not any("\u4e00" <= letter <= "\u9fff" for letter in word)] == []


def test_no_column_is_left_over() -> None:
    assert sorted(map(str, COLUMNS)) == sorted(name for table in TABLES for name in load_shipped(table).feature_names)


def test_english_has_spaces_and_a_table_of_ones_own_keeps_its_words(qapp: QApplication) -> None:
    assert say_column("malic_acid", own_table=False) == "malic acid"
    assert say_column("my_column", own_table=False) == "my_column"


def test_a_column_of_ones_own_is_never_translated(chinese: None) -> None:
    assert say_column("hue", own_table=True) == "hue"
