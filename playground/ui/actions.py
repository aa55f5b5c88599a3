"""What the user can do, as a table: id, words, shortcuts, icon. Menus, palette, shortcut sheet and tooltips read it.

The window makes one ``QAction`` of each row (``action_set``) and says the row's id when it is triggered; what then
happens is for the program to decide. To add one: a row here, a call in ``playground.app``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtGui import QKeySequence

from engine.values import dataclass

CONTEXT = "Actions"
translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One row. ``words`` are English; ``shortcut`` as Qt writes it portably, ``also`` further keys for the same.

    ``menu`` and ``group`` say where it stands: groups are apart by a line. ``checkable``: it is on or off.
    """

    id: str
    words: object  # text, marked for the translators; Qt types the mark so
    shortcut: str
    menu: str
    group: int = 0
    icon: str = ""
    also: tuple[str, ...] = ()
    checkable: bool = False


def _row(
    id: str,
    words: object,
    shortcut: str,
    place: str,
    icon: str = "",
    *,
    also: tuple[str, ...] = (),
    checkable: bool = False,
) -> Action:
    """A row written in a line; ``place`` is the menu and, after a blank, the number of the group in it."""
    menu, _, group = place.partition(" ")
    return Action(
        id=id,
        words=words,
        shortcut=shortcut,
        menu=menu,
        group=int(group or 0),
        icon=icon,
        also=also,
        checkable=checkable,
    )


MENUS: Mapping[str, Callable[[], str]] = {
    "file": lambda: translate("Actions", "File"),
    "edit": lambda: translate("Actions", "Edit"),
    "run": lambda: translate("Actions", "Run"),
    "view": lambda: translate("Actions", "View"),
    "help": lambda: translate("Actions", "Help"),
}

ACTIONS = (
    _row("new", QT_TRANSLATE_NOOP("Actions", "New"), "Ctrl+N", "file", "new"),
    _row("open", QT_TRANSLATE_NOOP("Actions", "Open…"), "Ctrl+O", "file", "open"),
    _row("open_recent", QT_TRANSLATE_NOOP("Actions", "Open recent…"), "Ctrl+Shift+O", "file"),
    _row("open_table", QT_TRANSLATE_NOOP("Actions", "Open a table…"), "Ctrl+T", "file", "table"),
    _row("save", QT_TRANSLATE_NOOP("Actions", "Save"), "Ctrl+S", "file 1", "save"),
    _row("save_as", QT_TRANSLATE_NOOP("Actions", "Save as…"), "Ctrl+Shift+S", "file 1"),
    _row("export_weights", QT_TRANSLATE_NOOP("Actions", "Export weights…"), "Ctrl+E", "file 2", "export"),
    _row("export_picture", QT_TRANSLATE_NOOP("Actions", "Export picture…"), "Ctrl+P", "file 2", "image"),
    _row("quit", QT_TRANSLATE_NOOP("Actions", "Quit"), "Ctrl+Q", "file 3"),
    _row("undo", QT_TRANSLATE_NOOP("Actions", "Undo"), "Ctrl+Z", "edit", "undo"),
    _row("redo", QT_TRANSLATE_NOOP("Actions", "Redo"), "Ctrl+Shift+Z", "edit", "redo", also=("Ctrl+Y",)),
    _row("history", QT_TRANSLATE_NOOP("Actions", "History…"), "Ctrl+Shift+H", "edit", "history"),
    _row("copy_link", QT_TRANSLATE_NOOP("Actions", "Copy link to the experiment"), "Ctrl+Shift+C", "edit 1", "link"),
    _row("copy_json", QT_TRANSLATE_NOOP("Actions", "Copy the experiment as JSON"), "Ctrl+Shift+J", "edit 1", "copy"),
    _row("paste", QT_TRANSLATE_NOOP("Actions", "Paste an experiment"), "Ctrl+V", "edit 1", "paste"),
    _row("class_mode", QT_TRANSLATE_NOOP("Actions", "Class mode…"), "Ctrl+Shift+K", "edit 2", "class"),
    _row("play", QT_TRANSLATE_NOOP("Actions", "Train or pause"), "Space", "run", "play"),
    _row("step_batch", QT_TRANSLATE_NOOP("Actions", "Step one batch"), "F7", "run", "step"),
    _row("step_epoch", QT_TRANSLATE_NOOP("Actions", "Step one epoch"), "F8", "run", "step-epoch"),
    _row("reset", QT_TRANSLATE_NOOP("Actions", "Reset (same seed)"), "Ctrl+R", "run 1", "reset"),
    _row("new_seed", QT_TRANSLATE_NOOP("Actions", "New seed"), "Ctrl+Shift+R", "run 1", "seed"),
    _row("theme", QT_TRANSLATE_NOOP("Actions", "Light or dark"), "Ctrl+D", "view", "theme-dark"),
    _row(
        "theme_system",
        QT_TRANSLATE_NOOP("Actions", "Follow the system's colours"),
        "Ctrl+Shift+D",
        "view",
        checkable=True,
    ),
    _row("language", QT_TRANSLATE_NOOP("Actions", "English or Chinese"), "Ctrl+L", "view 1", "language"),
    _row(
        "language_system",
        QT_TRANSLATE_NOOP("Actions", "Follow the system's language"),
        "Ctrl+Shift+L",
        "view 1",
        checkable=True,
    ),
    _row("text_larger", QT_TRANSLATE_NOOP("Actions", "Larger text"), "Ctrl++", "view 2", "plus", also=("Ctrl+=",)),
    _row("text_smaller", QT_TRANSLATE_NOOP("Actions", "Smaller text"), "Ctrl+-", "view 2", "minus"),
    _row("text_normal", QT_TRANSLATE_NOOP("Actions", "Normal text"), "Ctrl+0", "view 2"),
    _row("reduced_motion", QT_TRANSLATE_NOOP("Actions", "Reduce motion"), "Ctrl+Shift+M", "view 3", checkable=True),
    _row(
        "large_picture",
        QT_TRANSLATE_NOOP("Actions", "Large picture of the network"),
        "Ctrl+Shift+B",
        "view 4",
        "expand",
        checkable=True,
    ),
    _row("controls", QT_TRANSLATE_NOOP("Actions", "Column of controls"), "Ctrl+B", "view 4", checkable=True),
    _row("full_screen", QT_TRANSLATE_NOOP("Actions", "Full screen"), "F11", "view 4", checkable=True),
    _row(
        "projector",
        QT_TRANSLATE_NOOP("Actions", "Projector: large pictures and text"),
        "F5",
        "view 4",
        checkable=True,
    ),
    _row(
        "palette",
        QT_TRANSLATE_NOOP("Actions", "Find anything…"),
        "Ctrl+K",
        "help",
        "search",
        also=("Ctrl+Shift+P",),
    ),
    _row("lessons", QT_TRANSLATE_NOOP("Actions", "Lessons"), "F2", "help", "lesson"),
    _row("shortcuts", QT_TRANSLATE_NOOP("Actions", "Shortcuts"), "F1", "help", "keyboard", also=("?",)),
    _row("about", QT_TRANSLATE_NOOP("Actions", "About this program"), "Shift+F1", "help", "info"),
    _row("menu", QT_TRANSLATE_NOOP("Actions", "Open the menu"), "F9", "help", "menu", also=("F10",)),
)


def say_action(action: Action) -> str:
    """The action's words in the language in force."""
    return translate(CONTEXT, str(action.words))


def native(shortcut: str) -> str:
    """The shortcut as this system writes it."""
    return QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
