"""``playground [FILE]``: the window, after a look at whether the file can be opened and a window can come up."""

from __future__ import annotations

from pathlib import Path

import click

from playground.cli.opening import check_file


def open_window_with(path: Path | None) -> int:
    """Open the window, with a file in it or without, until it is closed. Returns the exit status.

    Raises ExperimentError, DataError, FileFormatError or OSError for a file that cannot be opened.
    """
    if path is not None:
        check_file(path)
    from playground.preflight import check_display

    problem = check_display()
    if problem is not None:
        click.echo(f"playground: {problem}", err=True)
        return 1
    from playground.launch import open_window

    return open_window(path)


@click.command("FILE", add_help_option=False)
@click.argument("path", metavar="FILE", type=click.Path(path_type=Path))
def window_command(path: Path) -> int:
    """Open FILE in the window."""
    return open_window_with(path)
