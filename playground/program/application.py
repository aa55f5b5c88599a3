"""The one QApplication."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication


def make_application() -> QApplication:
    """The one there is, or a new one, named so that settings and cache have a place."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    QApplication.setOrganizationName("neural-playground")
    QApplication.setApplicationName("neural-playground")
    return QApplication(sys.argv[:1])
