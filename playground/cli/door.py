"""The command group: a first word that is no command is a file for the window; no word at all opens the window."""

from __future__ import annotations

import tomllib
from importlib import metadata
from pathlib import Path

import click

from playground.cli.presets_command import presets_command
from playground.cli.screenshot_command import screenshot_command
from playground.cli.train_command import train_command
from playground.cli.window_command import open_window_with, window_command

PACKAGE = "neural-playground"


class Door(click.Group):
    """Commands by name; every other first word goes to the window command as its file."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command for these words, and the words that are left for it."""
        if self.get_command(ctx, args[0]) is None:
            return args[0], window_command, args
        return super().resolve_command(ctx, args)


def version() -> str:
    """The version of the installed package, or of the checkout this file lies in."""
    try:
        return metadata.version(PACKAGE)
    except metadata.PackageNotFoundError:
        project = Path(__file__).parents[2] / "pyproject.toml"
        return str(tomllib.loads(project.read_text(encoding="utf-8"))["project"]["version"])


def _show_version(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        click.echo(f"playground {version()}")
        context.exit()


@click.group(
    cls=Door,
    invoke_without_command=True,
    subcommand_metavar="[FILE | COMMAND [ARGUMENTS]...]",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_version,
    help="Show the version and exit.",
)
@click.pass_context
def commands(context: click.Context) -> int:
    """A playground for neural networks.

    Without arguments the window opens, ready to play. With a FILE the window opens it: an experiment (.json), a table
    (.csv) or exported weights (.npz, .safetensors).
    """
    return open_window_with(None) if context.invoked_subcommand is None else 0


for _command in (train_command, presets_command, screenshot_command):
    commands.add_command(_command)
