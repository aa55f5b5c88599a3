"""Texts given as functions may say something else without a change of language; then they are asked for anew."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget


def say_anew(widget: QWidget) -> None:
    """Make `widget` ask for its texts again, as it does when the language changes."""
    QCoreApplication.sendEvent(widget, QEvent(QEvent.Type.LanguageChange))
