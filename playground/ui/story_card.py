"""The card below the network: what happens now, the results in figures, the images of an image set, and the lessons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from engine.experiment import Experiment
from engine.presets import preset_of
from engine.snapshot import Failure, Snapshot
from playground.ui.views.gallery_view import GalleryView
from playground.ui.views.results_view import ResultsView
from playground.ui.views.status_view import StatusView
from playground.ui.widgets import Card, Segmented
from playground.ui.widgets.painting import scaled

if TYPE_CHECKING:
    from playground.ui.views.lesson_view import LessonView

HEIGHT, LOWEST = 240, 222  # pixels at text scale 1
SHARE = 0.27  # of the window's height
READING_HEIGHT, READING_SHARE = 400, 0.4  # of a lesson, which is more to read


class StoryCard(Card):
    """Four pages. A run on other data opens the page that says most about it; one that breaks, and a preset that is to
    fail, the first, which says why. After that the user chooses; a lesson stays, whatever is tried.

    `edit_requested(Edit)` and `restart_requested()` are those of the first page's advice, `experiment_requested`,
    `check_requested` and `lesson_turned` those of the lessons, which are made when they are first opened.
    """

    edit_requested = Signal(object)
    restart_requested = Signal()
    experiment_requested = Signal(object, str)
    check_requested = Signal(object)
    lesson_turned = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.status, self.results, self.gallery = StatusView(), ResultsView(), GalleryView()
        self.lesson: LessonView | None = None
        self.last_lesson = ""  # to begin with when they are opened; the first for none
        self._experiment: Experiment | None = None
        self._window_height = 900
        self._pages: dict[str, StatusView | ResultsView | GalleryView | LessonView]
        self._pages = {"now": self.status, "results": self.results, "images": self.gallery}
        self._stack = QStackedWidget()
        self._choice = Segmented(
            (
                ("now", lambda: self.tr("Now"), lambda: self.tr("What happens now, in words")),
                ("results", lambda: self.tr("Results"), lambda: self.tr("Figures and the confusion matrix")),
                ("images", lambda: self.tr("Images"), lambda: self.tr("The images, wrong ones first")),
                ("lesson", lambda: self.tr("Lesson"), lambda: self.tr("The course notes, with experiments to try")),
            ),
            name=lambda: self.tr("Page"),
            key="now",
        )
        for page in self._pages.values():
            self._stack.addWidget(page)
        self._shown_kind, self._shown_bad = "", ""  # the data set, and the name of a preset that is to fail
        self._bad_preset = ""
        self._failure: Failure | None = None
        self.set_title(lambda: self.tr("What happens now"))
        self.set_corner(self._choice)
        self.add(self._stack, 1)
        self._choice.chosen.connect(self.show_page)
        self.status.edit_requested.connect(self.edit_requested)
        self.status.restart_requested.connect(self.restart_requested)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.fit_into(900)

    @Slot(str)
    def show_page(self, key: str) -> None:
        """Bring a page to the front: now, results, images or lesson."""
        if key == "lesson":
            self._make_lesson()
        self._stack.setCurrentWidget(self._pages[key])
        self._choice.set_key(key)
        reading = key == "lesson"
        self.set_title((lambda: self.tr("Lesson")) if reading else (lambda: self.tr("What happens now")))
        self.fit_into(self._window_height)

    def open_lesson(self, name: str = "") -> None:
        """Bring the lessons to the front, at the lesson `name` or the one that was read last."""
        self.show_page("lesson")
        if name and self.lesson is not None:
            self.lesson.show_lesson(name)

    def _make_lesson(self) -> None:
        if self.lesson is not None:
            return
        from engine.lessons.table import LESSONS
        from playground.ui.views.lesson_view import LessonView

        self.lesson = LessonView()
        self.lesson.experiment_requested.connect(self.experiment_requested)
        self.lesson.check_requested.connect(self.check_requested)
        self.lesson.turned.connect(self._turn)
        if self.last_lesson in LESSONS:
            self.lesson.show_lesson(self.last_lesson)
        if self._experiment is not None:
            self.lesson.show_experiment(self._experiment)
        self._pages["lesson"] = self.lesson
        self._stack.addWidget(self.lesson)

    @Slot(str)
    def _turn(self, name: str) -> None:
        self.last_lesson = name
        self.lesson_turned.emit(name)

    def show_experiment(self, experiment: Experiment) -> None:
        """Show the experiment on every page."""
        self._experiment = experiment
        row = preset_of(experiment)
        self._bad_preset = row.name if row is not None and row.kind == "bad" else ""
        for page in self._pages.values():
            page.show_experiment(experiment)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show a run's state on the page that is seen; the others take it when they are opened."""
        kind, bad = snapshot.experiment.data.kind, self._bad_preset
        known = (self._shown_kind, self._shown_bad)
        self._shown_kind, self._shown_bad = kind, bad
        if kind != known[0] or (bad and bad != known[1]):
            has_images = snapshot.data.images["train"].size > 0
            self._choice.offer("images", has_images)
            plain = len(snapshot.data.feature_names) <= 2 and snapshot.data.task == "two-class"
            usual = "images" if has_images else "now" if plain else "results"
            self._open_page("now" if bad else usual)
        if snapshot.failure is not None and snapshot.failure != self._failure:
            self._open_page("now")
        self._failure = snapshot.failure
        advised = snapshot.review is not None and bool(snapshot.review.advice)
        self._choice.set_news("now", self._news if advised else "")
        for page in self._pages.values():
            page.show_snapshot(snapshot)

    def _open_page(self, key: str) -> None:
        """Open a page of the card's own accord: not while somebody reads a lesson."""
        if self._choice.key() != "lesson":
            self.show_page(key)

    def _news(self) -> str:
        return self.tr("There is something to try.")

    def fit_into(self, window_height: int) -> None:
        """Take a share of the window's height: less of a low window, never more than the pages need."""
        self._window_height = window_height
        reading = self._choice.key() == "lesson"
        height, share = (READING_HEIGHT, READING_SHARE) if reading else (HEIGHT, SHARE)
        self.setFixedHeight(max(scaled(LOWEST), min(scaled(height), round(window_height * share))))
