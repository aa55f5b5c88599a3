"""What a report of a fault needs to know of this program and the machine it runs on."""

from __future__ import annotations

import platform

import numpy as np
from PySide6.QtCore import QCoreApplication, qVersion

from playground.program.kept_session import session_folder
from playground.ui.panels.about_sheet import Fact

translate = QCoreApplication.translate


def facts() -> tuple[Fact, ...]:
    """Names, which are said in the language in force, and values."""
    parts = f"Python {platform.python_version()} · Qt {qVersion()} · NumPy {np.__version__}"
    return (
        (lambda: translate("About", "Made of"), parts),
        (lambda: translate("About", "System"), f"{platform.system()} {platform.release()} · {platform.machine()}"),
        (lambda: translate("About", "Your work is kept in"), str(session_folder())),
        (lambda: translate("About", "Licence"), "MIT"),
    )
