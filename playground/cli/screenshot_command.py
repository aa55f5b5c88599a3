"""``playground screenshot OUT.png``: a picture of the window after some training, without showing a window."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import click

from engine.assignment import assign
from engine.errors import ExperimentError
from engine.presets import preset

THEMES = ("light", "dark")
LANGUAGES = ("en", "zh")
SMALLEST, LARGEST = 320, 8192  # pixels a side


@click.command("screenshot", short_help="Write a picture of the window; no display is needed.")
@click.argument("out", metavar="OUT.png", required=False)
@click.option("--preset", "name", metavar="NAME", default="circle", show_default=True, help="What is trained.")
@click.option("--epochs", metavar="N", help="How long; without it as long as the preset says.")
@click.option(
    "--size", metavar="WxH", default="1440x900", show_default=True, help=f"Pixels, {SMALLEST} to {LARGEST} a side."
)
@click.option("--theme", metavar="|".join(THEMES), default=THEMES[0], show_default=True, help="Light or dark.")
@click.option("--language", metavar="|".join(LANGUAGES), default=LANGUAGES[0], show_default=True, help="The words.")
def screenshot_command(out: str | None, name: str, epochs: str | None, size: str, theme: str, language: str) -> int:
    """Train a preset and write a picture of the window to OUT.png; no display is needed."""
    path = _picture(out)
    experiment = preset(name)
    if epochs is not None:
        experiment = assign(experiment, "epochs", epochs)
    pixels = read_size(size)
    _one_of("--theme", theme, THEMES)
    _one_of("--language", language, LANGUAGES)
    if sys.platform.startswith("linux"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from playground.preflight import check_display

    problem = check_display()
    if problem is not None:
        click.echo(f"playground: {problem}", err=True)
        return 1
    from playground.screenshot import take_screenshot

    take_screenshot(path, experiment, experiment.epochs, pixels, theme, language)
    return 0


def read_size(text: str) -> tuple[int, int]:
    """``1440x900`` as width and height. Raises ExperimentError."""
    found = re.fullmatch(r"([0-9]{1,5})[xX×]([0-9]{1,5})", text.strip())
    sides = (int(found[1]), int(found[2])) if found else (0, 0)
    if not all(SMALLEST <= side <= LARGEST for side in sides):
        raise ExperimentError("--size", text, f"WIDTHxHEIGHT in pixels, {SMALLEST} to {LARGEST} each, e.g. 1440x900")
    return sides


def _picture(out: str | None) -> Path:
    """Where the picture goes; a folder that is not there is said before anything is trained."""
    if not out:
        raise click.UsageError("OUT.png is missing; allowed: the name of a picture to write, ending in .png")
    path = Path(out)
    if path.suffix.lower() != ".png" or path.is_dir():
        raise ExperimentError("OUT.png", out, "the name of a picture to write, ending in .png")
    if not path.absolute().parent.is_dir():
        raise ExperimentError("OUT.png", out, "a file in a folder that exists")
    return path


def _one_of(name: str, value: str, allowed: tuple[str, ...]) -> None:
    if value not in allowed:
        raise ExperimentError(name, value, ", ".join(allowed))
