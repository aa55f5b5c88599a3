"""A source tree of the project, its virtual environment `.venv`, and the stamp that says that one is finished.

The stamp holds a digest of the files that decide what is installed; a start compares it and asks nothing else.
Standard library only, and little of it: this runs at every start.
"""

import os
import sys
import zlib
from pathlib import Path

PYTHON = f"{sys.version_info[0]}.{sys.version_info[1]}"


class Checkout:
    """The project's source tree at `root`, and the virtual environment that belongs to it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.project = root / "pyproject.toml"
        self.constraints = root / ".ci" / "constraints.txt"
        self.environment = root / ".venv"
        self.unfinished = root / ".venv-unfinished"
        self.stamp = self.environment / "set-up.txt"
        self.python = self.environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    def is_source(self) -> bool:
        """Whether this is a source tree at all; the directory that holds an installed wheel is not."""
        return self.project.is_file() and self.constraints.is_file()

    def is_running(self) -> bool:
        """Whether this process runs in the checkout's own environment."""
        return os.path.realpath(sys.prefix) == os.path.realpath(self.environment)

    def digest(self) -> str:
        """A short text that changes with any file that decides what is installed."""
        content = self.project.read_bytes() + b"\0" + self.constraints.read_bytes()
        return f"{zlib.crc32(content):08x}{len(content):x}"  # hashlib would load all of OpenSSL at every start

    def read_stamp(self) -> list[str]:
        """What the last finished set-up wrote: digest, Python version, then the extras; empty when there was none."""
        try:
            return self.stamp.read_text(encoding="ascii").split()
        except (OSError, UnicodeDecodeError):
            return []

    def is_ready(self, extra: str) -> bool:
        """Whether the environment is finished, with the extra, for this Python and for the files as they are now."""
        made = self.read_stamp()
        return (
            made[:2] == [self.digest(), PYTHON]
            and (not extra or extra in made[2:])
            and self.python.exists()  # false for a link whose Python was uninstalled
        )

    def write_stamp(self, extras: list[str]) -> None:
        """Say that the environment is finished; the stamp is there whole or not at all."""
        temporary = self.stamp.with_suffix(".part")
        temporary.write_text("\n".join([self.digest(), PYTHON, *extras]) + "\n", encoding="ascii")
        os.replace(temporary, self.stamp)
