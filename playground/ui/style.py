"""From a theme to what Qt understands: a palette with every role set, and one style sheet."""

from __future__ import annotations

from string import Template

from PySide6.QtGui import QColor, QPalette

from engine.assets import asset_path
from playground.ui import color_math
from playground.ui.tokens import CONTROL_HEIGHT, CONTROL_RADIUS, FOCUS_RING, GAP, TARGET, Theme

Role = QPalette.ColorRole


def palette(theme: Theme) -> QPalette:
    """`theme` as a QPalette, every role set, so that nothing of the system's scheme shows through."""
    roles = {
        Role.Window: theme.ground,
        Role.WindowText: theme.text,
        Role.Base: theme.field,
        Role.AlternateBase: theme.hover,
        Role.ToolTipBase: theme.card,
        Role.ToolTipText: theme.text,
        Role.PlaceholderText: theme.secondary,
        Role.Text: theme.text,
        Role.Button: theme.field,
        Role.ButtonText: theme.text,
        Role.BrightText: theme.error,
        Role.Light: theme.hover,
        Role.Midlight: theme.field,
        Role.Dark: theme.secondary,
        Role.Mid: theme.line,
        Role.Shadow: theme.line,
        Role.Highlight: theme.accent,
        Role.HighlightedText: theme.accent_text,
        Role.Accent: theme.accent,
        Role.Link: theme.accent,
        Role.LinkVisited: theme.accent,
    }
    result = QPalette()
    for role, color in roles.items():
        result.setColor(role, color)
    for role in (Role.WindowText, Role.Text, Role.ButtonText, Role.PlaceholderText):  # at rest, but to be read
        result.setColor(QPalette.ColorGroup.Disabled, role, theme.secondary)
    return result


def style_sheet(theme: Theme, text_scale: float = 1.0) -> str:
    """`theme` as a Qt style sheet; heights and paddings follow the text, so they are times `text_scale`."""
    sheet = asset_path("style.qss").read_text(encoding="utf-8")
    return Template(sheet).substitute(_colors(theme), **_measures(text_scale), **_pictures(theme))


def _colors(theme: Theme) -> dict[str, str]:
    names = (
        "ground",
        "card",
        "line",
        "text",
        "secondary",
        "accent",
        "accent_text",
        "warning",
        "error",
        "field",
        "hover",
    )
    colors: dict[str, QColor] = {name: getattr(theme, name) for name in names}
    colors["pressed"] = color_math.mix(theme.hover, theme.secondary, 0.18)
    colors["edge"] = color_math.mix(theme.line, theme.secondary, 0.35)  # an edge that can be seen on field and card
    colors["accent_hover"] = color_math.mix(theme.accent, theme.text, 0.14)
    return {name: color.name() for name, color in colors.items()}


def _measures(text_scale: float) -> dict[str, str]:
    pixels = {
        "control": CONTROL_HEIGHT * text_scale - 2 * FOCUS_RING,  # the border is outside of what min-height counts
        "target": TARGET * text_scale,
        "number": TARGET * text_scale - 2 * FOCUS_RING,
        "gap": GAP,
        "tick": 16 * text_scale,
        "arrow": 14 * text_scale,
        "pad": 10 * text_scale,
        "arrow_room": 30 * text_scale,
        "small_arrow": 12 * text_scale,
        "spin": 20 * text_scale,
        "item": 6 * text_scale,
        "item_right": 24 * text_scale,
    }
    fixed = {"corner": CONTROL_RADIUS, "ring": FOCUS_RING}
    return {name: f"{round(value)}px" for name, value in {**pixels, **fixed}.items()}


def _pictures(theme: Theme) -> dict[str, str]:
    names = ("chevron-down", "chevron-up", "chevron-right", "check")
    paths = {name: asset_path("icons", "themed", f"{name}-{theme.name}.svg") for name in names}
    return {name.replace("-", "_"): f'url("{path.as_posix()}")' for name, path in paths.items()}
