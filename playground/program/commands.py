"""What each row of the actions' table does. The window says the row's id; here it becomes a call."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from engine.edits import new_seed
from engine.presets import preset
from playground.program.exports import Exports
from playground.program.files import Files
from playground.program.first_run import FIRST
from playground.program.look import Look
from playground.program.sharing import Sharing
from playground.state.document import Document
from playground.state.session import Session
from playground.ui.main_window import MainWindow

Calls = dict[str, Callable[[], object]]


class Commands(QObject):
    """`calls` by id; `do(id)` makes one."""

    def __init__(
        self,
        window: MainWindow,
        document: Document,
        session: Session,
        files: Files,
        exports: Exports,
        sharing: Sharing,
        look: Look,
    ) -> None:
        super().__init__(window)
        self._window, self._document, self._session, self._look = window, document, session, look
        self.calls: Calls = {**self._of_files(files, exports, sharing), **self._of_the_run(), **self._of_the_view()}

    def _of_files(self, files: Files, exports: Exports, sharing: Sharing) -> Calls:
        return {
            "new": self._new,
            "open": files.ask_to_open,
            "open_recent": self._window.top_bar.menu.open_recent,
            "open_table": files.ask_for_table,
            "save": files.save,
            "save_as": files.save_as,
            "export_weights": exports.ask_to_export,
            "export_picture": exports.ask_for_picture,
            "quit": self._window.close,
            "copy_link": sharing.copy_link,
            "copy_json": sharing.copy_json,
            "paste": sharing.paste,
        }

    def _of_the_run(self) -> Calls:
        return {
            "undo": self._document.undo,
            "redo": self._document.redo,
            "history": self._window.open_history,
            "class_mode": self._window.class_mode.open_dialog,
            "play": self._play_or_pause,
            "step_batch": self._session.step_batch,
            "step_epoch": self._session.step_epoch,
            "reset": self._session.reset,
            "new_seed": self._new_seed,
        }

    def _of_the_view(self) -> Calls:
        window, look = self._window, self._look
        return {
            "theme": look.switch_theme,
            "theme_system": look.follow_system_theme,
            "language": look.switch_language,
            "language_system": look.follow_system_language,
            "text_larger": look.enlarge_text,
            "text_smaller": look.shrink_text,
            "text_normal": look.reset_text,
            "reduced_motion": look.switch_motion,
            "large_picture": window.switch_large_picture,
            "controls": lambda: window.show_controls(window.controls.isHidden()),
            "full_screen": window.switch_full_screen,
            "projector": self._switch_projector,
            "palette": window.overlays.open_palette,
            "lessons": window.open_lessons,
            "shortcuts": window.overlays.open_shortcuts,
            "about": self._about,
            "menu": window.top_bar.menu.open,
        }

    @Slot(str)
    def do(self, action: str) -> None:
        """Do what a row is for."""
        self.calls[action]()

    def _play_or_pause(self) -> None:
        if self._session.is_running:
            self._session.pause()
        else:
            self._session.play()

    def _new(self) -> None:
        self._document.turn_to(preset(FIRST), None, "New")

    def _new_seed(self) -> None:
        self._document.apply(new_seed((self._document.experiment.seed + 1) % 2**32))

    def _switch_projector(self) -> None:
        wanted = not self._look.is_projecting
        self._window.set_full_screen(wanted)
        self.project(wanted)

    def project(self, on: bool) -> None:
        """Pictures and text for the last row, or everything at its size on the desk."""
        self._window.show_projected(on)
        self._look.project(self._window.projected_scale() if on else None)

    def _about(self) -> None:
        from playground.program.about import facts
        from playground.version import version

        self._window.overlays.open_about(version(), facts())
