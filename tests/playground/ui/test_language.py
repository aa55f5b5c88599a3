"""Two languages: every text of the window is translated, compiled, and changes while the program runs."""

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from playground.ui import language, translations
from playground.ui.widgets import IconButton, TransportBar


@pytest.fixture(scope="module")
def ts() -> bytes:
    """The content of the translations as they are kept."""
    return (translations.directory() / translations.TS_NAME).read_bytes()


@pytest.fixture
def application(qapp: QApplication) -> Iterator[QApplication]:
    """The application in English, before and after."""
    language.install_language(qapp, "en")
    yield qapp
    language.install_language(qapp, "en")


def test_every_text_is_translated(ts: bytes) -> None:
    assert translations.todo(ts) == {}
    assert [entry for entry in translations.entries(ts) if entry.state] == []


def test_every_text_of_the_source_is_in_the_file_and_none_is_left_over(ts: bytes) -> None:
    kept = {(entry.context, entry.source) for entry in translations.entries(ts)}
    found = {(entry.context, entry.source) for entry in translations.entries(translations.refreshed(ts))}
    assert found == kept


def test_the_compiled_file_is_up_to_date(ts: bytes) -> None:
    assert (translations.directory() / translations.QM_NAME).read_bytes() == translations.compiled(ts)


def test_translations_keep_the_placeholders(ts: bytes) -> None:
    holes = re.compile(r"\{[^}]*\}|%\d")
    for entry in translations.entries(ts):
        if entry.translation:
            assert sorted(holes.findall(entry.source)) == sorted(holes.findall(entry.translation)), entry


def test_filling_in_translates_only_what_is_there(ts: bytes) -> None:
    filled = translations.filled(ts, {"PlayButton": {"Train": "开始"}})
    changed = [entry for entry in translations.entries(filled) if entry not in translations.entries(ts)]
    assert [(entry.source, entry.translation, entry.state) for entry in changed] == [("Train", "开始", "")]
    with pytest.raises(KeyError, match="PlayButton: 'Fly'"):
        translations.filled(ts, {"PlayButton": {"Fly": "飞"}})


def test_the_tool_writes_both_files_and_says_what_lacks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(translations, "directory", lambda: tmp_path)
    assert translations.main(["--todo"]) == 1
    assert '"Train": ""' in capsys.readouterr().out
    written = (tmp_path / translations.TS_NAME).read_bytes()
    assert ElementTree.fromstring(written).get("language") == "zh_CN"
    assert (tmp_path / translations.QM_NAME).exists()


def test_a_tool_that_fails_is_reported() -> None:
    with pytest.raises(RuntimeError, match="lrelease failed"):
        translations.compiled(b"<TS")


def test_widgets_change_their_words_while_they_are_shown(application: QApplication, qtbot: QtBot) -> None:
    bar = TransportBar()
    qtbot.addWidget(bar)
    assert bar.play_button.accessibleName() == "Train"
    language.install_language(application, "zh")
    QCoreApplication.sendPostedEvents()
    assert bar.play_button.accessibleName() == "训练"
    assert language.current_language(application) == "zh"
    language.install_language(application, "en")
    QCoreApplication.sendPostedEvents()
    assert bar.play_button.accessibleName() == "Train"


def test_texts_made_by_functions_are_asked_again(application: QApplication, qtbot: QtBot) -> None:
    words = {"en": "Save", "zh": "保存"}
    button = IconButton("save", lambda: words[language.current_language(application)], shortcut="Ctrl+S")
    qtbot.addWidget(button)
    assert button.toolTip() == "Save (Ctrl+S)"
    language.install_language(application, "zh")
    QCoreApplication.sendPostedEvents()
    assert button.toolTip() == "保存 (Ctrl+S)"


def test_qt_speaks_the_language_too(application: QApplication) -> None:
    language.install_language(application, "zh")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"
    assert QLocale().language() == QLocale.Language.Chinese
    language.install_language(application, "en")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
    assert QLocale().language() == QLocale.Language.English


def test_another_language_is_refused_and_nothing_changes(application: QApplication) -> None:
    with pytest.raises(ValueError, match="language: 'fr' is unknown; allowed are en, zh"):
        language.install_language(application, "fr")
    assert language.current_language(application) == "en"


def test_a_broken_file_of_translations_is_reported(
    application: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "playground_zh.qm").write_bytes(b"not a translation")
    monkeypatch.setattr(language, "asset_path", lambda *parts: tmp_path / parts[-1])
    with pytest.raises(RuntimeError, match=r"playground_zh\.qm"):
        language.install_language(application, "zh")
    assert language.current_language(application) == "en"


def test_the_system_is_asked_for_its_language(monkeypatch: pytest.MonkeyPatch) -> None:
    for locale, code in (("zh_CN", "zh"), ("zh_TW", "zh"), ("de_DE", "en"), ("en_US", "en")):
        monkeypatch.setattr(language.QLocale, "system", staticmethod(lambda name=locale: QLocale(name)))
        assert language.system_language() == code


def test_a_text_that_nobody_translated_or_nobody_uses_is_found(
    ts: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "planted.py").write_text(
        'translate("PlayButton", "Train")\ntranslate("Planted", "Nobody translated this")\n', encoding="utf-8"
    )
    monkeypatch.setattr(translations, "PACKAGE", tmp_path)
    planted = translations.refreshed(ts)
    states = {(entry.context, entry.source): entry.state for entry in translations.entries(planted)}
    assert states == {("PlayButton", "Train"): "", ("Planted", "Nobody translated this"): "unfinished"}
    assert translations.todo(planted) == {"Planted": {"Nobody translated this": ""}}
