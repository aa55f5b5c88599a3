"""How the window looks and speaks: theme, language, text size, motion, full screen; remembered in the settings.

Theme and language may follow the system: the choice is then "system", and what is in force changes with it.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QSettings, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QStyle

from playground.ui import theme as look
from playground.ui.language import LANGUAGES, current_language, install_language, system_language
from playground.ui.theme import themes

SYSTEM = "system"
THEMES = ("light", "dark")
STEP = 0.1  # of the text's size, at each press of a key
SMALLEST, LARGEST = 1.0, 2.0  # times the size that text has at first


class Look(QObject):
    """`changed()` after any choice; `language_changed(code)`, `motion_changed(reduced)` where others must act."""

    changed = Signal()
    language_changed = Signal(str)
    motion_changed = Signal(bool)

    def __init__(self, application: QApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._application = application
        settings = QSettings()
        self.theme = _one_of(settings.value("theme"), (*THEMES, SYSTEM), SYSTEM)
        self.language = _one_of(settings.value("language"), (*LANGUAGES, SYSTEM), SYSTEM)
        chosen = settings.value("reduced_motion")
        self.reduced_motion = not _system_moves(application) if chosen is None else str(chosen) == "true"
        self._desk_scale: float | None = None  # the text's scale to come back to from the projector
        self._hints = application.styleHints()
        self._hints.colorSchemeChanged.connect(self._follow_system)

    @property
    def is_projecting(self) -> bool:
        """Whether text is enlarged for a projector."""
        return self._desk_scale is not None

    def put_on(self) -> None:
        """Bring into force what the settings say; once, before the window is made."""
        self._dress(_scale(QSettings().value("text_scale")))
        install_language(self._application, self._language_in_force())

    # What the user asks for.

    def set_theme(self, choice: str) -> None:
        """Take "light", "dark" or "system"."""
        self.theme = choice
        QSettings().setValue("theme", choice)
        self._dress(themes().text_scale)
        self.changed.emit()

    def switch_theme(self) -> None:
        """The other theme."""
        self.set_theme("dark" if themes().current.name == "light" else "light")

    def follow_system_theme(self) -> None:
        """Follow the system, or stay with what is in force."""
        self.set_theme(themes().current.name if self.theme == SYSTEM else SYSTEM)

    def set_language(self, choice: str) -> None:
        """Take a code of `LANGUAGES`, or "system"."""
        self.language = choice
        QSettings().setValue("language", choice)
        install_language(self._application, self._language_in_force())
        self.language_changed.emit(current_language(self._application))
        self.changed.emit()

    def switch_language(self) -> None:
        """The next language."""
        codes = list(LANGUAGES)
        self.set_language(codes[(codes.index(current_language(self._application)) + 1) % len(codes)])

    def follow_system_language(self) -> None:
        """Follow the system, or stay with what is in force."""
        self.set_language(current_language(self._application) if self.language == SYSTEM else SYSTEM)

    def enlarge_text(self) -> None:
        """One step larger, up to twice the size."""
        self._set_scale(themes().text_scale + STEP)

    def shrink_text(self) -> None:
        """One step smaller, down to the smallest."""
        self._set_scale(themes().text_scale - STEP)

    def reset_text(self) -> None:
        """The size that text has at first."""
        self._set_scale(1.0)

    def switch_motion(self) -> None:
        """Less motion, or all of it."""
        self.reduced_motion = not self.reduced_motion
        QSettings().setValue("reduced_motion", "true" if self.reduced_motion else "false")
        self.motion_changed.emit(self.reduced_motion)
        self.changed.emit()

    def project(self, scale: float | None) -> None:
        """Text for the back row at this scale, or (None) at its size on the desk again, which the settings keep."""
        if scale is not None and self._desk_scale is None:
            self._desk_scale = themes().text_scale
            self._dress(scale)
        elif scale is None and self._desk_scale is not None:
            scale, self._desk_scale = self._desk_scale, None
            self._dress(scale)
        self.changed.emit()

    # Inside.

    def _set_scale(self, scale: float) -> None:
        scale = min(LARGEST, max(SMALLEST, round(scale, 2)))
        if self._desk_scale is None:
            QSettings().setValue("text_scale", scale)
        self._dress(scale)
        self.changed.emit()

    def _dress(self, scale: float) -> None:
        dark = self._theme_in_force() == "dark"
        look.apply(self._application, look.DARK if dark else look.LIGHT, scale)

    def _theme_in_force(self) -> str:
        if self.theme != SYSTEM:
            return self.theme
        return "dark" if self._hints.colorScheme() == Qt.ColorScheme.Dark else "light"

    def _language_in_force(self) -> str:
        return system_language() if self.language == SYSTEM else self.language

    @Slot()
    def _follow_system(self) -> None:
        if self.theme == SYSTEM:
            self._dress(themes().text_scale)


def _one_of(value: object, allowed: tuple[str, ...], otherwise: str) -> str:
    return value if isinstance(value, str) and value in allowed else otherwise


def _scale(value: object) -> float:
    """The text's scale from the settings, where it is one."""
    try:
        scale = float(str(value))
    except ValueError:
        return 1.0
    return scale if SMALLEST <= scale <= LARGEST else 1.0


def _system_moves(application: QApplication) -> bool:
    """Whether the system wants things to move; false where its user has switched animations off."""
    return bool(application.style().styleHint(QStyle.StyleHint.SH_Widget_Animate))
