"""The command line: the same experiments without a window, and the door to the window.

``playground`` opens the window, ``playground FILE`` opens something in it; ``train``, ``presets`` and ``screenshot``
are commands. Wrong input ends with status 2 and one line on standard error that says what is wrong and what is allowed.
Nothing here imports Qt: the window and the pictures are imported when they are asked for.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from io import TextIOWrapper

import click

from engine.errors import DataError, ExperimentError, FileFormatError
from playground.cli.door import commands

WRONG_INPUT = 2
STOPPED = 130  # what a shell reports for Ctrl-C


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status: 0, 1 (cannot do it here), 2 (wrong input), 130 (stopped)."""
    _write_what_the_terminal_can()
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        return int(commands.main(args=arguments, prog_name="playground", standalone_mode=False) or 0)
    except click.exceptions.Abort:
        return _say("stopped", STOPPED)
    except click.ClickException as error:
        return _say(_usage(error), WRONG_INPUT)
    except (ExperimentError, DataError, FileFormatError) as error:
        return _say(str(error), WRONG_INPUT)
    except OSError as error:
        return _say(f"{error.filename}: {error.strerror}" if error.filename else str(error), WRONG_INPUT)
    except MemoryError:
        return _say("this machine has not enough memory for this experiment", 1)


def _usage(error: click.ClickException) -> str:
    """Click's message, with the place where all that is allowed can be read."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context and context.command.add_help_option else "playground"
    return f"{error.format_message().rstrip('.')} (see: {path} --help)"


def _say(message: str, status: int) -> int:
    """One line on standard error, whatever the message holds."""
    print("playground:", " ".join(message.split()), file=sys.stderr)
    return status


def _write_what_the_terminal_can() -> None:
    """A terminal that lacks a sign (λ, or a file's odd name) gets its number instead of an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
