"""The window's own controls: they follow theme, text scale and language by themselves, and emit what the user wants."""

from playground.ui.widgets.banner import Banner
from playground.ui.widgets.card import Card
from playground.ui.widgets.choice import Choice, QuietCombo
from playground.ui.widgets.color_scale import ColorScale
from playground.ui.widgets.figure import Figure
from playground.ui.widgets.flow import FlowLayout
from playground.ui.widgets.icon_button import IconButton
from playground.ui.widgets.label import Label
from playground.ui.widgets.segmented import Segmented
from playground.ui.widgets.thumbnail_grid import ThumbnailGrid
from playground.ui.widgets.toggle import Toggle
from playground.ui.widgets.transport_bar import TransportBar
from playground.ui.widgets.typed_range import TypedRange
from playground.ui.widgets.value_slider import ValueSlider
from playground.ui.widgets.wording import Text, say

__all__ = [
    "Banner",
    "Card",
    "Choice",
    "ColorScale",
    "Figure",
    "FlowLayout",
    "IconButton",
    "Label",
    "QuietCombo",
    "Segmented",
    "Text",
    "ThumbnailGrid",
    "Toggle",
    "TransportBar",
    "TypedRange",
    "ValueSlider",
    "say",
]
