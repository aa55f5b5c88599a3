"""Class mode in a window: the list to choose from, the badge, and the gate that holds controls to what was chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from engine.fields import FIELDS
from playground.restrictions import NOTHING, PLACES, Restrictions
from playground.ui.panels.class_gate import ClassGate
from playground.ui.panels.control_column import ControlColumn

if TYPE_CHECKING:
    from playground.ui.panels.class_dialog import ClassDialog, Group

translate = QCoreApplication.translate


class ClassMode(QObject):
    """`restrictions_requested(Restrictions)`; what is in force comes back by `show_restrictions`, and is told to views
    that draw their controls themselves by `restrained(Restrictions)`."""

    restrictions_requested = Signal(object)
    restrained = Signal(object)

    def __init__(self, window: QWidget, controls: ControlColumn) -> None:
        super().__init__(window)
        self._window, self._controls = window, controls
        self._restrictions = NOTHING
        self._gate = ClassGate(window)
        self.dialog: ClassDialog | None = None
        controls.badge.change_requested.connect(self.open_dialog)

    def show_restrictions(self, restrictions: Restrictions) -> None:
        """Hold the window to these; the experiment is to be shown again after this."""
        self._restrictions = restrictions
        self._controls.badge.show_restrictions(restrictions)
        if self.dialog is not None:
            self.dialog.show_restrictions(restrictions)
        self.restrained.emit(restrictions)
        self._gate.restrain(restrictions)

    def refresh(self) -> None:
        """Hold what was made since, too."""
        self._gate.refresh()

    def open_dialog(self) -> None:
        """Let the teacher choose."""
        if self.dialog is None:
            from playground.ui.panels.class_dialog import ClassDialog

            self.dialog = ClassDialog(self._groups(), self._window)
            self.dialog.restrictions_requested.connect(self.restrictions_requested)
        self.dialog.show_restrictions(self._restrictions)
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    def _groups(self) -> tuple[Group, ...]:
        """What can be restricted, as the window has it."""
        from playground.ui.panels.class_dialog import controls_in

        inside = {name: controls_in(panel) for name, panel in self._controls.sections.items()}
        listed = {path for paths in inside.values() for path in paths}
        inside["network"] += tuple(path for path in FIELDS if path.startswith("layers[].") and path not in listed)
        panels = tuple(
            (panel.title, (f"panel.{name}", *inside[name])) for name, panel in self._controls.sections.items()
        )
        places = tuple(name for name in PLACES if not name.startswith("panel."))
        return (*panels, (lambda: translate("ClassMode", "Window"), places))
