"""The language in force: English in the source, Chinese from assets/translations, changed while the program runs.

Qt sends every widget a LanguageChange event when a translator comes or goes; widgets set their texts again then.
Numbers look the same in both languages: `playground.ui.numbers`.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from engine.assets import asset_path

LANGUAGES = {"en": "English", "zh": "中文"}  # code to the name its speakers give it, which is never translated
_LOCALES = {"en": QLocale.Language.English, "zh": QLocale.Language.Chinese}
_PROPERTY = "playground_language"


def system_language() -> str:
    """The code of the language of LANGUAGES that the system prefers; "en" when it prefers another."""
    return "zh" if QLocale.system().language() == QLocale.Language.Chinese else "en"


def current_language(app: QCoreApplication) -> str:
    """The code of the language that `install_language` put in force; "en" before its first call."""
    code = app.property(_PROPERTY)
    return code if isinstance(code, str) else "en"


def install_language(app: QCoreApplication, code: str) -> None:
    """Bring language `code` ("en" or "zh") into force for `app`: our words, Qt's own words and the default locale.

    Raises ValueError for another code, RuntimeError when the translations in the assets cannot be read.
    """
    if code not in LANGUAGES:
        raise ValueError(f"language: {code!r} is unknown; allowed are {', '.join(LANGUAGES)}")
    translators = [_ours(app, code), _qt_own(app)] if code != "en" else []
    _remove_translators(app)
    app.setProperty(_PROPERTY, code)
    QLocale.setDefault(QLocale(_LOCALES[code]))
    for translator in translators:
        translator.setObjectName(_PROPERTY)
        app.installTranslator(translator)


def _ours(app: QCoreApplication, code: str) -> QTranslator:
    translator = QTranslator(app)
    path = asset_path("translations", f"playground_{code}.qm")
    if not translator.load(str(path)):
        raise RuntimeError(f"language: {path.name} in the assets cannot be read; install the program again")
    return translator


@cache
def _chinese() -> QTranslator:
    """Our Chinese words, to look up; not installed."""
    translator = QTranslator()
    translator.load(str(asset_path("translations", "playground_zh.qm")))
    return translator


def in_chinese(context: str, source: str) -> str:
    """An English text of the window in Chinese, whatever language is in force; "" when it has none."""
    return _chinese().translate(context, source) or ""


def _qt_own(app: QCoreApplication) -> QTranslator:
    """Qt's own Chinese for its dialogs; a build of Qt without it leaves those few words English."""
    translator = QTranslator(app)
    translator.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    return translator


def _remove_translators(app: QCoreApplication) -> None:
    for translator in app.findChildren(QTranslator, _PROPERTY):
        app.removeTranslator(translator)
        translator.setParent(None)
        translator.deleteLater()


def marked(*texts: object) -> tuple[str, ...]:
    """Texts of `QT_TRANSLATE_NOOP` as they are; Qt's stubs call them objects."""
    return tuple(map(str, texts))
