"""All built-in data sets in the order of the menu, generated ones first."""

from __future__ import annotations

from engine.data.dataset import Task
from engine.data.generators import GENERATORS
from engine.data.shipped import SHIPPED
from engine.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class DataKind:
    """One entry of the menu: the name in experiments, the title shown, what is predicted, whether it is generated."""

    name: str
    title: str
    task: Task
    generated: bool


def data_kinds() -> tuple[DataKind, ...]:
    """Every row of ``GENERATORS``, then every row of ``SHIPPED``."""
    generated = [DataKind(name=row.name, title=row.title, task=row.task, generated=True) for row in GENERATORS.values()]
    shipped = [DataKind(name=row.name, title=row.title, task=row.task, generated=False) for row in SHIPPED.values()]
    return (*generated, *shipped)
