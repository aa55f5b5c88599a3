"""The program's door: `python3 -m playground`, and the command `playground` of an installed wheel.

Only the standard library is imported here, in words that old Pythons can read too, so that each of them gets a
sentence and not a traceback. What the command line does is in `playground.cli`, imported when all it needs is there.
"""

import gc
import os
import sys

OLDEST_PYTHON = (3, 11)
# One BLAS thread: a second slows small nets beside a repainting window, and a sum's last bits depend on the number.
ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")


def prepare(module: str, extra: str = "") -> None:
    """Make this process fit to import the project; in a fresh checkout this sets everything up and restarts `module`.

    `module` is what `python -m` runs, `extra` one of pyproject.toml's optional sets or nothing.
    Raises SystemExit with one line when this Python is too old or the set-up fails.
    """
    if sys.version_info[:2] < OLDEST_PYTHON:
        found = ".".join(str(part) for part in sys.version_info[:2])
        raise SystemExit(f"Python 3.11 or newer is needed; this is {found}")
    for name in ONE_THREAD:
        os.environ.setdefault(name, "1")

    from playground import bootstrap

    bootstrap.enter_environment(module, extra)


def main() -> int:
    """Run the command line with this process's arguments and return its exit status."""
    if not sys.argv[1:]:
        gc.disable()  # nearly all that is imported stays; the window collects by itself (playground/program/garbage.py)
    prepare("playground")
    if not sys.argv[1:]:  # the usual start, without the command line's parser
        from playground import plain_imports  # noqa: F401 - before PySide6, see there
        from playground.launch import start

        return start()
    from playground.cli import main as command_line

    return command_line(sys.argv[1:])


if __name__ == "__main__":
    raise SystemExit(main())
