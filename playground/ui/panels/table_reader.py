"""Reading a table beside the window: the work goes to a thread, what comes back is a small frozen value.

Only the newest question is answered: an older one that waits is dropped, and its answer, if it comes late, is not told.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal, Slot

from engine.data.dataset import DataSet
from engine.data.table import TableInfo, inspect_table, read_table
from engine.errors import DataError, ExperimentError
from engine.experiment import Task
from engine.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Which table, how its first row is read, and what is to be predicted ("": what the table suggests).

    known: what it holds, when that was found out with the same header; saves a second look through a large file.
    """

    path: str
    header: str = "auto"
    target: str = ""
    known: TableInfo | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The table as a data set: the task, its classes, how many inputs (categories counted singly) and rows."""

    target: str
    task: Task
    class_names: tuple[str, ...]
    inputs: int
    rows: int
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the table holds (None: it cannot be read), what it becomes (None: it cannot be used), and why not."""

    question: Question
    info: TableInfo | None = None
    summary: Summary | None = None
    problem: str = ""


def examine(question: Question) -> Answer:
    """Read the table. Never raises: what is wrong with it is `problem`, one line."""
    info = question.known
    try:
        info = info or inspect_table(question.path, header=question.header)
        target = question.target or info.suggested_target
        data = read_table(question.path, target=target, header=question.header)
    except (DataError, ExperimentError, OSError, MemoryError) as error:
        return Answer(question=question, info=info, problem=_one_line(error))
    return Answer(question=question, info=info, summary=summarise(data))


def summarise(data: DataSet) -> Summary:
    """What the dialog tells of a data set; the arrays themselves are let go."""
    return Summary(
        target=data.target_name,
        task=data.task,
        class_names=data.class_names,
        inputs=len(data.feature_names),
        rows=len(data.y),
        notes=data.notes,
    )


def _one_line(error: BaseException) -> str:
    words = " ".join(str(error).split())
    return words or type(error).__name__


class TableReader(QObject):
    """`answered(Answer)` in the thread of the window, once for the newest `ask`."""

    answered = Signal(object)
    _told = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._newest = 0
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._told.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)

    def ask(self, question: Question) -> None:
        """Begin to read; returns at once."""
        self._newest += 1
        self._pool.start(partial(self._work, self._newest, question))

    def forget(self) -> None:
        """Tell nothing of what was asked so far."""
        self._newest += 1

    def wait(self) -> None:
        """Come back when nothing is being read any more; an answer that is on its way still comes."""
        self._pool.waitForDone()

    def _work(self, number: int, question: Question) -> None:
        """In the pool's thread: nothing here touches a widget."""
        if number == self._newest:
            self._told.emit(number, examine(question))

    @Slot(int, object)
    def _pass_on(self, number: int, answer: Answer) -> None:
        if number == self._newest:
            self.answered.emit(answer)
