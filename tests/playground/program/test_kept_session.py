"""A kept session comes back as it was; what is broken is put aside with a reason, and nothing is raised."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import ExperimentError, FileFormatError
from engine.export.checkpoint_file import KeptRun, run_to_bytes
from engine.presets import preset
from engine.trainer import Trainer
from playground.program.kept_session import (
    DOCUMENT,
    RUN,
    KeptDocument,
    document_from_bytes,
    document_to_bytes,
    put_aside,
    read_session,
)

DOCUMENTS = (
    KeptDocument(experiment=preset("circle")),
    KeptDocument(
        experiment=preset("spiral"), path=Path("a", "课程.json").absolute(), modified=True, view={"folded": []}
    ),
)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_document_comes_back(document: KeptDocument) -> None:
    assert document_from_bytes(document_to_bytes(document)) == document


@given(st.integers(0, 10_000), st.integers(1, 255))
def test_a_damaged_document_is_met_or_harmless(place: int, flip: int) -> None:
    content = bytearray(document_to_bytes(DOCUMENTS[1]))
    content[place % len(content)] ^= flip
    try:
        document_from_bytes(bytes(content))
    except (FileFormatError, ExperimentError) as error:
        said = str(error)
        assert said


def kept(folder: Path) -> Trainer:
    trainer = Trainer(preset("xor"))
    trainer.advance(30)
    (folder / DOCUMENT).write_bytes(document_to_bytes(KeptDocument(experiment=trainer.experiment)))
    (folder / RUN).write_bytes(run_to_bytes(KeptRun(experiment=trainer.experiment, checkpoint=trainer.checkpoint())))
    return trainer


def test_an_empty_folder_is_no_session(tmp_path: Path) -> None:
    session = read_session(tmp_path / "missing")
    assert (session.document, session.run, session.broken) == (None, None, ())


def test_document_and_run_come_back(tmp_path: Path) -> None:
    trainer, session = kept(tmp_path), read_session(tmp_path)
    assert session.document == KeptDocument(experiment=trainer.experiment)
    assert session.run is not None
    assert session.run.checkpoint.step == 30


def test_a_run_of_an_earlier_experiment_is_left(tmp_path: Path) -> None:
    kept(tmp_path)
    later = KeptDocument(experiment=replace(preset("xor"), seed=99))
    (tmp_path / DOCUMENT).write_bytes(document_to_bytes(later))
    session = read_session(tmp_path)
    assert (session.document, session.run, session.broken) == (later, None, ())


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"format": 2}', b'{"format": 1, "view": {}}', b"\xff" * 50])
def test_a_broken_document_is_put_aside(tmp_path: Path, content: bytes) -> None:
    kept(tmp_path)
    (tmp_path / DOCUMENT).write_bytes(content)
    session = read_session(tmp_path)
    assert (session.document, session.run) == (None, None)
    ((path, reason),) = session.broken
    assert path == tmp_path / "session-broken.json"
    assert path.read_bytes() == content
    assert "\n" not in reason
    assert not (tmp_path / DOCUMENT).exists()


def test_broken_weights_are_put_aside_and_the_document_stays(tmp_path: Path) -> None:
    kept(tmp_path)
    (tmp_path / RUN).write_bytes((tmp_path / RUN).read_bytes()[:-100])
    session = read_session(tmp_path)
    assert session.document is not None
    assert [path.name for path, _ in session.broken] == ["session-broken.npz"]


def test_a_session_is_put_aside(tmp_path: Path) -> None:
    kept(tmp_path)
    put_aside(tmp_path, "before")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["session-before.json", "session-before.npz"]
    put_aside(tmp_path, "before")  # nothing there, nothing lost
    assert len(list(tmp_path.iterdir())) == 2
