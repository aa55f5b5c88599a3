"""What the user has chosen to see on the decision surface, kept between two sessions."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSettings, Slot

from playground.ui.output_cards import SurfaceCard
from playground.ui.views.surface_options import OPTION_NAMES, SurfaceOptions

GROUP = "surface"


class SurfaceMemory(QObject):
    """Keeps what `card` is told by its user; `recall` shows what was kept before."""

    def __init__(self, card: SurfaceCard, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._card = card
        card.options_changed.connect(self._keep)

    def recall(self) -> None:
        """Show what the last session showed; what cannot be read is as at first."""
        settings = QSettings()
        words = {name: str(settings.value(f"{GROUP}/{name}", "")).lower() for name in OPTION_NAMES}
        kept = {name: word == "true" for name, word in words.items() if word in ("true", "false")}
        self._card.show_options(SurfaceOptions(**kept))

    @Slot(object)
    def _keep(self, options: SurfaceOptions) -> None:
        settings = QSettings()
        for name in OPTION_NAMES:
            settings.setValue(f"{GROUP}/{name}", getattr(options, name))
