"""The last session on the disk: two files, each written whole or not at all, and what is broken is put aside.

``session.json`` holds the document (with its file, and whether that is up to date) and the view options;
``session.npz`` the trained weights with all that the run hangs on. Neither is needed to read the other.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from engine.errors import ExperimentError, FileFormatError
from engine.experiment import Experiment
from engine.experiment_file import LARGEST_FILE, aside_of, experiment_from_dict, experiment_to_dict
from engine.files import PART
from engine.impact import impact
from engine.values import dataclass
from playground.program.kept_past import past_from_dict, past_to_dict
from playground.restrictions import NOTHING, Restrictions, restrictions_aside, restrictions_from
from playground.state.past import NO_PAST, Past

if TYPE_CHECKING:
    from engine.export.checkpoint_file import KeptRun

FORMAT = 1
DOCUMENT, RUN, LOCK = "session.json", "session.npz", "session.lock"
LARGEST_RUN = 2**30  # bytes

Kept = TypeVar("Kept")


def session_folder() -> Path:
    """Where the user's session is kept; it need not exist."""
    from platformdirs import user_data_path

    return user_data_path("neural-playground", appauthor=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptDocument:
    """What was being worked on; ``view`` are options of the window, by name."""

    experiment: Experiment
    path: Path | None = None
    modified: bool = False
    restrictions: Restrictions = NOTHING
    view: dict[str, Any] = field(default_factory=dict)
    past: Past = NO_PAST


def document_to_bytes(document: KeptDocument) -> bytes:
    """The content of ``session.json``."""
    tree = {
        "format": FORMAT,
        "path": None if document.path is None else str(document.path),
        "modified": document.modified,
        "experiment": experiment_to_dict(document.experiment) | restrictions_aside(document.restrictions),
        "view": document.view,
        "past": past_to_dict(document.past),
    }
    return (json.dumps(tree, indent=1, allow_nan=False) + "\n").encode()


def document_from_bytes(content: bytes) -> KeptDocument:
    """The document in ``session.json``. Raises FileFormatError or ExperimentError."""
    try:
        tree = json.loads(content)
        if len(content) > LARGEST_FILE or not isinstance(tree, dict) or tree.get("format") != FORMAT:
            raise ValueError
        path, view = tree.get("path"), tree.get("view")
        if not (path is None or (isinstance(path, str) and path)) or not isinstance(view, dict):
            raise ValueError
    except (ValueError, RecursionError):
        raise FileFormatError("it is damaged, or of another version of this program") from None
    return KeptDocument(
        past=past_from_dict(tree.get("past")),
        experiment=experiment_from_dict(tree.get("experiment")),
        restrictions=restrictions_from(aside_of(tree.get("experiment"))),
        path=None if path is None else Path(path),
        modified=tree.get("modified") is True,
        view=view,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptSession:
    """What came back. ``broken``: files that could not be read and were put aside, with the reason of each."""

    document: KeptDocument | None = None
    run: KeptRun | None = None
    broken: tuple[tuple[Path, str], ...] = ()


def read_session(folder: Path) -> KeptSession:
    """The last session in a folder, as far as it can be read. Raises nothing."""
    broken: list[tuple[Path, str]] = []
    document = _read(folder / DOCUMENT, LARGEST_FILE, document_from_bytes, broken)
    run = _read(folder / RUN, LARGEST_RUN, _run_from_bytes, broken) if document is not None else None
    if run is not None and document is not None and impact(run.experiment, document.experiment) == "restart":
        run = None  # the document was changed later: its run begins anew, as it would have
    return KeptSession(document=document, run=run, broken=tuple(broken))


def sweep(folder: Path) -> None:
    """Take away what a program that was killed while it wrote has left behind."""
    for part in folder.glob(f".*{PART}"):
        part.unlink(missing_ok=True)


def _run_from_bytes(content: bytes) -> KeptRun:
    from engine.export.checkpoint_file import run_from_bytes  # not before there is a run

    return run_from_bytes(content)


def put_aside(folder: Path, word: str) -> None:
    """Keep the files of a session under another name, such as ``session-old.json``, in place of those before."""
    for name in (DOCUMENT, RUN):
        _rename(folder / name, word)


def _read(path: Path, largest: int, read: Callable[[bytes], Kept], broken: list[tuple[Path, str]]) -> Kept | None:
    try:
        if path.stat().st_size > largest:
            raise FileFormatError(f"it is larger than {largest} bytes")
        return read(path.read_bytes())
    except FileNotFoundError:
        return None
    except OSError as error:
        broken.append((path, error.strerror or str(error)))
    except (FileFormatError, ExperimentError) as error:
        broken.append((_rename(path, "broken"), str(error)))
    return None


def _rename(path: Path, word: str) -> Path:
    """Give a file another name beside its own; the name it has then."""
    aside = path.with_name(f"{path.stem}-{word}{path.suffix}")
    try:
        path.replace(aside)
    except OSError:
        return path
    return aside
