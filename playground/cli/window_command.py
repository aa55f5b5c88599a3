"""``playground [FILE]``: the window, after a look at whether the file can be opened and a window can come up."""

from __future__ import annotations

from pathlib import Path

import click

from engine.experiment_text import is_link, read_text
from playground.cli.opening import check_file
from playground.restrictions import restrictions_from


def open_window_with(what: str | None, *, fresh: bool = False) -> int:
    """Open the window, with a file or a link in it or without, until it is closed. Returns the exit status.

    Raises ExperimentError, DataError, FileFormatError or OSError for a file that cannot be opened.
    """
    given = None if what is None else read_text(what) if is_link(what) else Path(what)
    if isinstance(given, Path):
        check_file(given)
    elif given is not None:
        restrictions_from(given.aside)
    from playground.preflight import check_display

    problem = check_display()
    if problem is not None:
        click.echo(f"playground: {problem}", err=True)
        return 1
    from playground.launch import open_window

    return open_window(given, fresh=fresh)


@click.command("FILE", add_help_option=False)
@click.argument("what", metavar="FILE")
@click.pass_obj
def window_command(fresh: bool, what: str) -> int:
    """Open FILE, or a link, in the window."""
    return open_window_with(what, fresh=fresh)
