"""The undo list as a value: what it would take to make it again, so that a start can go on with it."""

from __future__ import annotations

from pathlib import Path

from engine.experiment import Experiment
from engine.values import dataclass
from playground.restrictions import Restrictions


@dataclass(frozen=True, slots=True)
class Page:
    """What stands in a document at one moment: the experiment, the file it belongs to, what class mode restricts."""

    experiment: Experiment
    path: Path | None
    restrictions: Restrictions

    @property
    def content(self) -> tuple[Experiment, Restrictions]:
        """What a file would hold of it."""
        return self.experiment, self.restrictions


@dataclass(frozen=True, slots=True)
class PastStep:
    """One entry: its label, and the pages before and after it."""

    label: str
    before: Page
    after: Page


@dataclass(frozen=True, slots=True)
class Past:
    """All entries, oldest first, and how many of them are done; the others were taken back."""

    steps: tuple[PastStep, ...] = ()
    done: int = 0

    def leads_to(self, page: Page) -> bool:
        """Whether its steps follow each other, and those that are done end at this page, whatever its file."""
        if not self.steps or not 0 <= self.done <= len(self.steps):
            return False
        pages = [self.steps[0].before, *(step.after for step in self.steps)]
        joined = all(step.before.content == before.content for step, before in zip(self.steps, pages, strict=False))
        return joined and pages[self.done].content == page.content

    def newest(self, count: int) -> Past:
        """The same without its oldest entries, if it has more than so many."""
        dropped = max(0, len(self.steps) - count)
        if self.done < dropped:
            return Past()  # where it stands is further back than what is left
        return Past(self.steps[dropped:], self.done - dropped)


NO_PAST = Past()
