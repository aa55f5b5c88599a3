"""What the decision surface shows beside the map: choices of the user's, remembered, and never part of a run."""

from __future__ import annotations

from dataclasses import dataclass, fields

from PySide6.QtCore import QSettings

GROUP = "surface"


@dataclass(frozen=True, slots=True, kw_only=True)
class SurfaceOptions:
    """dev, test: their points. classes: decisions alone. margins: how sure it is. optimal: the best possible line."""

    dev: bool = False
    test: bool = False
    classes: bool = False
    margins: bool = False
    optimal: bool = False


OPTION_NAMES = tuple(field.name for field in fields(SurfaceOptions))


def remembered() -> SurfaceOptions:
    """The choices of last time."""
    settings = QSettings()
    return SurfaceOptions(**{name: bool(settings.value(f"{GROUP}/{name}", False, bool)) for name in OPTION_NAMES})


def remember(options: SurfaceOptions) -> None:
    """Keep the choices for next time."""
    settings = QSettings()
    for name in OPTION_NAMES:
        settings.setValue(f"{GROUP}/{name}", getattr(options, name))
