"""The dialog for a table: read beside the window, told in words, never stopped by a file that cannot be used."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from engine.data.table import ColumnInfo
from playground.ui import theme
from playground.ui.panels import table_reader
from playground.ui.panels.table_dialog import TableDialog
from playground.ui.panels.table_reader import Answer, Question, TableReader, examine
from playground.ui.panels.table_words import kind_words, summary_words

HOUSES = "rooms,age,heating,price\n" + "".join(
    f"{row % 7},{'' if row % 9 == 4 else row},{('gas', 'oil', 'wood')[row % 3]},{row * 1.5 + 0.25}\n"
    for row in range(60)
)


@pytest.fixture
def houses(tmp_path: Path) -> Path:
    path = tmp_path / "houses.csv"
    path.write_text(HOUSES, encoding="utf-8")
    return path


@pytest.fixture
def dialog(qtbot: QtBot, qapp: QApplication) -> Iterator[TableDialog]:
    theme.apply(qapp, theme.LIGHT)
    made = TableDialog()
    qtbot.addWidget(made)
    yield made
    made._reader.wait()


def open_table(dialog: TableDialog, qtbot: QtBot, path: Path, **choices: str) -> None:
    with qtbot.waitSignal(dialog._reader.answered):
        dialog.open_file(path, **choices)


def said(dialog: TableDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def test_a_table_is_shown_with_kinds_gaps_and_the_task(dialog: TableDialog, qtbot: QtBot, houses: Path) -> None:
    open_table(dialog, qtbot, houses)
    words = said(dialog)
    assert "houses.csv · 60 rows · 4 columns" in words
    assert "“price” is a number: regression. Inputs: 5. Rows: 60." in words
    assert "7 missing values" in words
    heads = [str(dialog._preview.model().headerData(column, Qt.Orientation.Horizontal)) for column in range(4)]
    assert heads == ["rooms\nnumber", "age\nnumber, 7 missing", "heating\ncategory", "◎ price\nnumber"]
    assert dialog._preview.model().index(1, 2).data() == "oil"
    assert dialog._take.isEnabled()


def test_a_head_stands_above_its_numbers(dialog: TableDialog, qtbot: QtBot, houses: Path) -> None:
    open_table(dialog, qtbot, houses)
    model, role = dialog._preview.model(), Qt.ItemDataRole.TextAlignmentRole
    heads = [model.headerData(column, Qt.Orientation.Horizontal, role) for column in range(4)]
    assert heads == [model.index(0, column).data(role) for column in range(4)]
    assert heads[0] != heads[2]  # a number, and a category


def test_a_long_name_ends_in_an_ellipsis_and_is_whole_in_its_tooltip(
    dialog: TableDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    long = "stem height above the ground in the first year"
    path = tmp_path / "flowers.csv"
    path.write_text(HOUSES.replace("rooms", long), encoding="utf-8")
    open_table(dialog, qtbot, path)
    model = dialog._preview.model()
    name = str(model.headerData(0, Qt.Orientation.Horizontal)).split("\n")[0]
    assert name.endswith("\u2026")
    assert long.startswith(name[:-1])
    assert QFontMetrics(model.headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.FontRole)).horizontalAdvance(
        name
    ) < dialog._preview.columnWidth(0)
    assert long in str(model.headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole))


def test_another_target_is_another_task(dialog: TableDialog, qtbot: QtBot, houses: Path) -> None:
    open_table(dialog, qtbot, houses)
    with qtbot.waitSignal(dialog._reader.answered):
        dialog._target.chosen.emit("heating")
        assert not dialog._take.isEnabled()
        assert "Reading…" in said(dialog)
    assert "“heating” has 3 classes: gas, oil, wood. Inputs: 3. Rows: 60." in said(dialog)


def test_another_target_does_not_look_through_the_table_again(
    dialog: TableDialog, qtbot: QtBot, houses: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_table(dialog, qtbot, houses)
    monkeypatch.delattr(table_reader, "inspect_table")
    with qtbot.waitSignal(dialog._reader.answered):
        dialog._target.chosen.emit("age")
    assert "“age”" in dialog._summary.text()


def test_a_click_on_a_head_makes_the_column_the_target(dialog: TableDialog, qtbot: QtBot, houses: Path) -> None:
    open_table(dialog, qtbot, houses)
    QApplication.processEvents()  # lays out
    head = dialog._preview.horizontalHeader()
    place = QPoint(head.sectionViewportPosition(2) + 10, 10)
    with qtbot.waitSignal(dialog._reader.answered):
        QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert dialog._target.key() == "heating"


def test_the_first_row_as_data_numbers_the_columns(dialog: TableDialog, qtbot: QtBot, houses: Path) -> None:
    open_table(dialog, qtbot, houses, target="heating")
    no = next(button for button in dialog._header._group.buttons() if button.text() == "Data")
    with qtbot.waitSignal(dialog._reader.answered):
        QTest.mouseClick(no, Qt.MouseButton.LeftButton)
    assert "61 rows" in said(dialog)
    head = str(dialog._preview.model().headerData(0, Qt.Orientation.Horizontal))
    assert head.startswith("column_1")


@pytest.mark.parametrize("choice", [{}, {"target": "heating", "header": "yes"}, {"target": "age"}])
def test_taking_it_tells_path_target_and_header(
    dialog: TableDialog, qtbot: QtBot, houses: Path, choice: dict[str, str]
) -> None:
    open_table(dialog, qtbot, houses, **choice)
    with qtbot.waitSignal(dialog.accepted_table) as taken:
        QTest.mouseClick(dialog._take, Qt.MouseButton.LeftButton)
    assert taken.args == [str(houses), choice.get("target", "price"), choice.get("header", "auto")]
    assert not dialog.isVisible()


BAD = [
    ("empty.csv", b"", "empty"),
    ("ragged.csv", b"a,b\n1,2\n3\n", "line 3"),
    ("binary.csv", b"\x00\x01\x02\xff" * 50, ""),
    ("one.csv", b"a\n1\n2\n", ""),
    ("constant.csv", b"a,b\n1,x\n2,x\n3,x\n", ""),
]


@pytest.mark.parametrize(("name", "content", "words"), BAD, ids=[row[0] for row in BAD])
def test_a_file_that_cannot_be_used_is_told_in_a_line_and_the_next_one_works(
    dialog: TableDialog, qtbot: QtBot, tmp_path: Path, houses: Path, name: str, content: bytes, words: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    open_table(dialog, qtbot, path)
    problem = dialog._problem.text()
    assert problem
    assert "\n" not in problem
    assert path.name in problem
    assert words in problem
    assert not dialog._take.isEnabled()
    open_table(dialog, qtbot, houses)
    assert not dialog._problem.isVisible()
    assert dialog._take.isEnabled()


def test_files_that_are_none_are_told(dialog: TableDialog, qtbot: QtBot, tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "not there.csv"):
        open_table(dialog, qtbot, path)
        assert dialog._problem.isVisible()


def test_a_target_that_does_not_do_leaves_the_preview_for_another(
    dialog: TableDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "constant.csv"
    path.write_text("a,b,c\n" + "".join(f"{row},{row % 2},x\n" for row in range(20)), encoding="utf-8")
    open_table(dialog, qtbot, path, target="c")
    assert dialog._problem.isVisible()
    assert dialog._preview.model().columnCount() == 3
    with qtbot.waitSignal(dialog._reader.answered):
        dialog._target.chosen.emit("b")
    assert dialog._take.isEnabled()


def test_the_window_is_not_held_up_and_only_the_newest_answer_counts(
    qtbot: QtBot, houses: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reading of the first question waits until all three were asked; asking never waits."""
    asked, threads = threading.Event(), list[int]()

    def slow(question: Question) -> Answer:
        threads.append(threading.get_ident())
        assert asked.wait(10)
        return examine(question)

    monkeypatch.setattr(table_reader, "examine", slow)
    reader, answers = TableReader(), list[Answer]()
    reader.answered.connect(answers.append)
    for target in ("age", "heating", "price"):
        reader.ask(Question(path=str(houses), target=target))
    asked.set()
    qtbot.waitUntil(lambda: len(answers) == 1)
    reader.wait()
    QApplication.processEvents()
    assert [answer.question.target for answer in answers] == ["price"]
    assert threading.get_ident() not in threads


def test_closing_while_it_reads_tells_nothing_afterwards(
    dialog: TableDialog, houses: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = threading.Event()
    monkeypatch.setattr(table_reader, "examine", lambda question: (closed.wait(10), examine(question))[1])
    dialog.open_file(houses)
    dialog.close()
    closed.set()
    dialog._reader.wait()
    QApplication.processEvents()
    assert dialog._answer is None
    assert not dialog.isVisible()


@pytest.mark.parametrize("look", [theme.LIGHT, theme.DARK], ids=lambda look: look.name)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_head_is_cut_off(
    dialog: TableDialog, qtbot: QtBot, qapp: QApplication, houses: Path, look: theme.Theme, scale: float
) -> None:
    theme.apply(qapp, look, scale)
    open_table(dialog, qtbot, houses)
    QApplication.processEvents()  # lays out
    head = dialog._preview.horizontalHeader()
    for column in range(4):
        assert head.sectionSize(column) >= head.sectionSizeFromContents(column).width()
    assert head.height() >= max(head.sectionSizeFromContents(column).height() for column in range(4))
    assert dialog.grab().width() > 0
    theme.apply(qapp, theme.LIGHT, 1.0)


def test_it_is_never_modal_and_everything_has_a_name(dialog: TableDialog, qtbot: QtBot, houses: Path) -> None:
    open_table(dialog, qtbot, houses)
    assert not dialog.isModal()
    assert dialog.windowTitle()
    assert all(part.accessibleName() for part in (dialog._preview, dialog._header, dialog._file))


@pytest.mark.parametrize(
    ("kind", "missing", "words"),
    [("number", 0, "number"), ("category", 3, "category, 3 missing"), ("text", 0, "free text"), ("empty", 9, "empty")],
)
def test_kinds_in_words(kind: str, missing: int, words: str) -> None:
    column = ColumnInfo(name="a", kind=kind, missing=missing, different=2)  # type: ignore[arg-type]  # one of Kind
    assert kind_words(column) == words


def test_many_classes_are_not_all_named(tmp_path: Path) -> None:
    path = tmp_path / "letters.csv"
    path.write_text("a,b\n" + "".join(f"{row},{chr(97 + row % 9)}\n" for row in range(90)), encoding="utf-8")
    summary = examine(Question(path=str(path))).summary
    assert summary is not None
    assert summary_words(summary) == "“b” has 9 classes: a, b, c, d, e, …. Inputs: 1. Rows: 90."
