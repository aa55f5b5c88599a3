"""Running the claims of a lesson beside the window, in a process of their own: seconds of work that cost no frame."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from math import inf

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal, Slot

from engine.claims.claim import Figure


class ClaimCheck(QObject):
    """`finished(tuple of Figure)` or `failed(words)` after `run`; a later `run`, and `close`, end an earlier one."""

    finished = Signal(object)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None

    @Slot(object)
    def run(self, claims: Sequence[str]) -> None:
        """Run these claims, named as in `CLAIMS`; returns at once."""
        self.close()
        process = QProcess(self)
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("PYTHONUTF8", "1")  # a pipe on Windows would have letters of its own
        process.setProcessEnvironment(environment)
        process.finished.connect(self._on_finished)
        process.errorOccurred.connect(self._on_error)
        self._process = process
        process.start(sys.executable, ["-m", "playground", "claims", *claims, "--json"])

    def close(self) -> None:
        """End what is running, without a word."""
        process, self._process = self._process, None
        if process is not None:
            process.finished.disconnect()
            process.errorOccurred.disconnect()
            process.kill()
            process.waitForFinished()
            process.deleteLater()

    @Slot(int)
    def _on_finished(self, status: int) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        said = bytes(process.readAllStandardOutput().data()).decode("utf-8", "replace")
        problem = bytes(process.readAllStandardError().data()).decode("utf-8", "replace").strip()
        process.deleteLater()
        try:
            figures = tuple(_figure(one) for claim in json.loads(said) for one in claim["figures"])
        except (ValueError, KeyError, TypeError):
            self.failed.emit(problem or f"exit status {status}")
            return
        self.finished.emit(figures)

    @Slot()
    def _on_error(self) -> None:
        process = self._process
        if process is not None and process.error() == QProcess.ProcessError.FailedToStart:
            self._process = None
            process.deleteLater()
            self.failed.emit(process.errorString())


def _figure(tree: dict[str, object]) -> Figure:
    value, least, most = (tree[key] for key in ("value", "least", "most"))
    return Figure(
        name=str(tree["name"]),
        value=float("nan") if value is None else float(str(value)),
        least=-inf if least is None else float(str(least)),
        most=inf if most is None else float(str(most)),
    )
