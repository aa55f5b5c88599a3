"""Which weight of the picture is edited: opens the editor beside it, feeds it, and says what the user wants."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from engine import edits
from playground.ui.views.network_content import NetworkContent
from playground.ui.views.network_editor import WeightEditor
from playground.ui.views.network_pointer import Hit
from playground.ui.views.network_words import parameter_name

AWAY = 14  # pixels from the weight to the editor


class WeightEditing(QObject):
    """Signals count from 1, as in w[2]₃,₁; a bias has no source.

    weight_typed(layer, unit, source, value): it is to have another value. edit_requested(Edit): freeze or release it.
    ended(): the editor was closed.
    """

    weight_typed = Signal(int, int, object, float)
    edit_requested = Signal(object)
    ended = Signal()

    def __init__(self, picture: QWidget, content: NetworkContent) -> None:
        super().__init__(picture)
        self._picture, self._content = picture, content
        self._hit: Hit | None = None
        self.editor = WeightEditor(picture)
        self.editor.value_edited.connect(self._type)
        self.editor.frozen_switched.connect(self._switch)
        self.editor.closed.connect(self.close)

    @property
    def hit(self) -> Hit | None:
        """What is being edited."""
        return self._hit

    def open(self, hit: Hit, at: QPointF) -> None:
        """Edit an edge or a bias, beside a point of the picture."""
        self._hit = hit
        self.editor.field.setModified(False)
        self.refresh()
        self.editor.begin()
        self.editor.move(_beside(at.toPoint(), self.editor.rect(), self._picture.rect(), leftwards=hit.kind == "bias"))

    def keep(self, hit: Hit | None) -> None:
        """After a change of the picture: the same weight where it is found now, or the end if it is gone."""
        if hit is None:
            self.close()
        else:
            self._hit = hit
            self.refresh()
            self.editor.move(_inside(self.editor.geometry(), self._picture.rect()))

    def refresh(self) -> None:
        """Show the value of this moment."""
        if self._hit is not None:
            value = self._content.value_of(self._hit.layer, self._hit.unit, self._hit.source)
            self.editor.show_weight(parameter_name(self._content, self._hit), value, self._is_frozen(self._hit))

    @Slot()
    def close(self) -> None:
        """Close the editor; what has been typed without Enter is forgotten."""
        if self._hit is not None:
            self.editor.field.setModified(False)
            focused = QApplication.focusWidget()
            if focused is not None and self.editor.isAncestorOf(focused):
                self._picture.setFocus(Qt.FocusReason.OtherFocusReason)  # else it would go where Tab leads
            self._hit = None
            self.editor.hide()
            self.ended.emit()

    def _is_frozen(self, hit: Hit) -> bool:
        return _counted(hit) in self._content.frozen

    @Slot(float)
    def _type(self, value: float) -> None:
        if self._hit is None:
            return
        place = _counted(self._hit)
        if self._is_frozen(self._hit):
            self.edit_requested.emit(edits.freeze(*place, value, merge_key=f"frozen {place}"))
        else:
            self.weight_typed.emit(*place, value)

    @Slot(bool)
    def _switch(self, on: bool) -> None:
        if self._hit is not None:
            place = _counted(self._hit)
            self.edit_requested.emit(edits.freeze(*place, self.editor.value) if on else edits.release(*place))


def _counted(hit: Hit) -> tuple[int, int, int | None]:
    """Layer, unit and source as the experiment counts them, from 1."""
    return hit.layer, hit.unit + 1, None if hit.kind == "bias" else hit.source + 1


def _beside(at: QPoint, size: QRect, bounds: QRect, *, leftwards: bool) -> QPoint:
    """Where the editor stands: below the point, or above it where there is no room; `leftwards`, so that what stands
    at the right of the point stays in sight."""
    below = at.y() + AWAY
    top = below if below + size.height() <= bounds.bottom() else at.y() - AWAY - size.height()
    left = at.x() - size.width() + AWAY if leftwards else at.x() - size.width() // 2
    return _inside(QRect(QPoint(left, top), size.size()), bounds)


def _inside(area: QRect, bounds: QRect) -> QPoint:
    left = max(bounds.left() + 2, min(area.left(), bounds.right() - 2 - area.width()))
    return QPoint(left, max(bounds.top() + 2, min(area.top(), bounds.bottom() - 2 - area.height())))
