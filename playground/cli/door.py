"""The command group: a first word that is no command is a file for the window; no word at all opens the window."""

from __future__ import annotations

import click

from playground.cli.claims_command import claims_command
from playground.cli.presets_command import presets_command
from playground.cli.screenshot_command import screenshot_command
from playground.cli.train_command import train_command
from playground.cli.window_command import open_window_with, window_command
from playground.version import version


class Door(click.Group):
    """Commands by name; every other first word goes to the window command as its file."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command for these words, and the words that are left for it."""
        if self.get_command(ctx, args[0]) is None:
            return args[0], window_command, args
        return super().resolve_command(ctx, args)


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
@click.option("--fresh", is_flag=True, help="Begin without the last session; it is put aside.")
@click.pass_context
def commands(context: click.Context, fresh: bool) -> int:
    """A playground for neural networks.

    Without arguments the window opens with the last session. With a FILE the window opens it: an experiment (.json), a
    table (.csv), exported weights (.npz, .safetensors), or a link (neural-playground:…) to an experiment.
    """
    context.obj = fresh
    return open_window_with(None, fresh=fresh) if context.invoked_subcommand is None else 0


for _command in (train_command, presets_command, claims_command, screenshot_command):
    commands.add_command(_command)
