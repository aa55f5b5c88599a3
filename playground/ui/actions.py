"""What the user can do, as a table: id, words, shortcut, icon. Menus, shortcuts and tooltips read it.

The window makes one ``QAction`` of each row and says the row's id when it is triggered; what then happens is for the
program to decide. To add one: a row here, a call in ``playground.app``.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

CONTEXT = "Actions"


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One row. ``words`` are English; ``shortcut`` as Qt writes it portably; ``menu`` is where it stands."""

    id: str
    words: object  # text, marked for the translators; Qt types the mark so
    shortcut: str
    menu: str
    icon: str = ""


ACTIONS = (
    Action(
        id="play", words=QT_TRANSLATE_NOOP("Actions", "Train or pause"), shortcut="Space", menu="train", icon="play"
    ),
    Action(
        id="step_batch", words=QT_TRANSLATE_NOOP("Actions", "Step one batch"), shortcut="F10", menu="train", icon="step"
    ),
    Action(
        id="step_epoch",
        words=QT_TRANSLATE_NOOP("Actions", "Step one epoch"),
        shortcut="F11",
        menu="train",
        icon="step-epoch",
    ),
    Action(
        id="reset",
        words=QT_TRANSLATE_NOOP("Actions", "Reset (same seed)"),
        shortcut="Ctrl+R",
        menu="train",
        icon="reset",
    ),
    Action(
        id="new_seed",
        words=QT_TRANSLATE_NOOP("Actions", "New seed"),
        shortcut="Ctrl+Shift+R",
        menu="train",
        icon="seed",
    ),
    Action(id="undo", words=QT_TRANSLATE_NOOP("Actions", "Undo"), shortcut="Ctrl+Z", menu="edit", icon="undo"),
    Action(id="redo", words=QT_TRANSLATE_NOOP("Actions", "Redo"), shortcut="Ctrl+Shift+Z", menu="edit", icon="redo"),
    Action(id="open", words=QT_TRANSLATE_NOOP("Actions", "Open…"), shortcut="Ctrl+O", menu="file", icon="open"),
    Action(
        id="open_table",
        words=QT_TRANSLATE_NOOP("Actions", "Open a table…"),
        shortcut="Ctrl+T",
        menu="file",
        icon="table",
    ),
    Action(id="save", words=QT_TRANSLATE_NOOP("Actions", "Save"), shortcut="Ctrl+S", menu="file", icon="save"),
    Action(id="save_as", words=QT_TRANSLATE_NOOP("Actions", "Save as…"), shortcut="Ctrl+Shift+S", menu="file"),
    Action(
        id="export_weights",
        words=QT_TRANSLATE_NOOP("Actions", "Export weights…"),
        shortcut="Ctrl+E",
        menu="file",
        icon="export",
    ),
    Action(
        id="export_picture",
        words=QT_TRANSLATE_NOOP("Actions", "Export picture…"),
        shortcut="Ctrl+P",
        menu="file",
        icon="image",
    ),
    Action(id="theme", words=QT_TRANSLATE_NOOP("Actions", "Light or dark"), shortcut="Ctrl+D", menu="view"),
    Action(
        id="language",
        words=QT_TRANSLATE_NOOP("Actions", "English or Chinese"),
        shortcut="Ctrl+L",
        menu="view",
        icon="language",
    ),
    Action(
        id="full_screen",
        words=QT_TRANSLATE_NOOP("Actions", "Full screen"),
        shortcut="F12",
        menu="view",
        icon="fullscreen",
    ),
    Action(id="quit", words=QT_TRANSLATE_NOOP("Actions", "Quit"), shortcut="Ctrl+Q", menu="file"),
)


def say_action(action: Action) -> str:
    """The action's words in the language in force."""
    return QCoreApplication.translate(CONTEXT, str(action.words))
