"""The page where what happens and what is seen meet: creates document, session, clock and window, and connects them."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QSettings, QSize, Slot
from PySide6.QtWidgets import QApplication, QFileDialog

from engine.edits import Edit, choose_data, new_seed, replace_experiment
from engine.errors import DataError, ExperimentError, FileFormatError
from engine.experiment import Experiment
from engine.presets import preset
from engine.snapshot import Failure, Snapshot
from playground.state.document import Document
from playground.state.frame_clock import FrameClock
from playground.state.session import Session
from playground.ui import theme as look
from playground.ui.engine_words import say_engine
from playground.ui.language import current_language, install_language, system_language
from playground.ui.main_window import MainWindow
from playground.ui.panels.table_dialog import TableDialog
from playground.ui.theme import themes

EXPERIMENT_SUFFIX = ".json"
TABLE_SUFFIXES = (".csv", ".tsv", ".txt")
MODEL_SUFFIXES = (".npz", ".safetensors")
FileProblem = (OSError, ExperimentError, DataError, FileFormatError, ValueError)


class Playground(QObject):
    """One document, one session, one window."""

    def __init__(self, application: QApplication, experiment: Experiment) -> None:
        super().__init__(application)
        self._application = application
        self.document = Document(experiment, self)
        self.session = Session(self)
        self.window = MainWindow()
        self.clock = FrameClock(self.session, self)
        self._table_dialog: TableDialog | None = None
        self._calls: dict[str, Callable[[], None]] = self._table_of_calls()
        self._connect()
        self.window.show_experiment(self.document.experiment)
        self._show_undo()
        self.window.top_bar.set_language(current_language(application))
        self.session.submit(self.document.experiment)

    def _table_of_calls(self) -> dict[str, Callable[[], None]]:
        """What each row of the actions' table does."""
        return {
            "play": self._play_or_pause,
            "step_batch": self.session.step_batch,
            "step_epoch": self.session.step_epoch,
            "reset": self.session.reset,
            "new_seed": self._new_seed,
            "undo": self.document.undo,
            "redo": self.document.redo,
            "open": self._ask_to_open,
            "open_table": self._ask_for_table,
            "save": self._save,
            "save_as": self._save_as,
            "export_weights": self._ask_to_export,
            "export_picture": self._ask_for_picture,
            "theme": self._switch_theme,
            "language": self._switch_language,
            "full_screen": self._switch_full_screen,
            "quit": self._quit,
        }

    def _connect(self) -> None:
        window, document, session = self.window, self.document, self.session
        window.edit_requested.connect(self._apply)
        window.edit_started.connect(document.begin_drag)
        window.edit_finished.connect(document.end_drag)
        window.triggered.connect(self._do)
        window.plane_requested.connect(self._set_plane)
        window.preset_requested.connect(self._open_preset)
        window.theme_requested.connect(self._set_theme)
        window.language_requested.connect(self._set_language)
        window.file_dropped.connect(self._open_or_say)
        window.closing.connect(self.close)
        document.changed.connect(self._on_changed)
        document.refused.connect(self._on_refused)
        document.undo_stack.indexChanged.connect(self._show_undo)
        session.state_changed.connect(window.show_running)
        session.failed.connect(self._on_failed)
        session.started.connect(self._on_started)
        self.clock.frame.connect(self._on_frame)

    # From the window.

    @Slot(object)
    def _apply(self, edit: Edit) -> None:
        self.document.apply(edit)

    @Slot(str)
    def _do(self, action: str) -> None:
        self._calls[action]()

    def _play_or_pause(self) -> None:
        if self.session.is_running:
            self.session.pause()
        else:
            self.session.play()

    def _new_seed(self) -> None:
        self.document.apply(new_seed((self.document.experiment.seed + 1) % 2**32))

    @Slot(str, object)
    def _set_plane(self, kind: str, columns: tuple[int, int]) -> None:
        self.session.set_view("principal" if kind == "principal" else "features", columns)

    @Slot(str)
    def _open_preset(self, name: str) -> None:
        self.document.apply(replace_experiment(preset(name), "Preset"))

    # From document and session.

    @Slot(object)
    def _on_changed(self, experiment: Experiment) -> None:
        self.window.show_experiment(experiment)
        self.session.submit(experiment)

    @Slot(object)
    def _on_refused(self, error: ExperimentError) -> None:
        self.window.banner.show_message("warning", self.tr("This is not possible"), say_engine(str(error)))

    @Slot(object)
    def _on_failed(self, failure: Failure) -> None:
        title = self.tr("Training diverged") if failure.kind == "diverged" else self.tr("Training stopped")
        self.window.banner.show_message("error", title, say_engine(failure.message))

    @Slot(int)
    def _on_started(self, run: int) -> None:
        self.window.banner.dismiss()

    @Slot(object)
    def _on_frame(self, snapshot: Snapshot) -> None:
        self.window.show_snapshot(snapshot)

    @Slot()
    def _show_undo(self) -> None:
        stack = self.document.undo_stack
        self.window.show_undo(stack.undoText() if stack.canUndo() else "", stack.redoText() if stack.canRedo() else "")

    # Files.

    def open(self, path: Path) -> None:
        """Open an experiment, a table or exported weights. Raises what is wrong with the file; nothing changes then."""
        suffix = path.suffix.lower()
        if suffix in MODEL_SUFFIXES:
            self._open_model(path)
        elif suffix in TABLE_SUFFIXES:
            edit = choose_data("csv", path=str(path.resolve()))
            self.document.start(edit.change(Experiment()))
        else:
            self.document.open(path)

    def _open_model(self, path: Path) -> None:
        from engine.export import load_model, trainer_from_model

        trainer = trainer_from_model(load_model(path))
        self.document.start(trainer.experiment)
        self.session.adopt(trainer)

    @Slot(object)
    def _open_or_say(self, path: Path) -> None:
        try:
            self.open(path)
        except FileProblem as error:
            self._say_problem(self.tr("The file cannot be opened"), error)

    def _say_problem(self, title: str, error: BaseException) -> None:
        self.window.banner.show_message("error", title, say_engine(" ".join(str(error).split())))

    def _ask_to_open(self) -> None:
        filters = self.tr("Experiments, tables, weights") + " (*.json *.csv *.tsv *.txt *.npz *.safetensors)"
        self._ask_file(self.tr("Open"), filters, self._open_or_say)

    def _ask_for_table(self) -> None:
        if self._table_dialog is None:  # one for the window's life: it may be reading when it is closed
            self._table_dialog = TableDialog(self.window)
            self._table_dialog.accepted_table.connect(self._use_table)
        self._table_dialog.show()
        self._table_dialog.raise_()

    @Slot(str, object, str)
    def _use_table(self, path: str, target: str | None, header: str) -> None:
        self.document.apply(choose_data("csv", path=path, target=target, header=header))

    def _save(self) -> None:
        if self.document.path is None:
            self._save_as()
        else:
            self._save_to(str(self.document.path))

    def _save_as(self) -> None:
        self._ask_file(self.tr("Save"), self.tr("Experiments") + " (*.json)", self._save_to, save=".json")

    def _save_to(self, path: str | Path) -> None:
        try:
            self.document.save(path)
        except OSError as error:
            self._say_problem(self.tr("The experiment cannot be saved"), error)

    def _ask_to_export(self) -> None:
        filters = self.tr("Weights") + " (*.safetensors *.npz)"
        self._ask_file(self.tr("Export weights"), filters, self._export_to, save=".safetensors")

    def _export_to(self, path: str | Path) -> None:
        from engine.export import model_of, save_model

        try:
            save_model(Path(path), model_of(self.session.trainer_copy()))
        except (*FileProblem, TimeoutError, RuntimeError) as error:
            self._say_problem(self.tr("The weights cannot be exported"), error)
        else:
            self.window.banner.show_message("info", self.tr("Weights exported"), str(path))

    def _ask_for_picture(self) -> None:
        self._ask_file(self.tr("Export picture"), "PNG (*.png)", self._picture_to, save=".png")

    def _picture_to(self, path: str | Path) -> None:
        if not self.window.grab().save(str(path)):
            self._say_problem(self.tr("The picture cannot be written"), OSError(str(path)))

    def _ask_file(self, title: str, filters: str, then: Callable[[Path], None], *, save: str = "") -> None:
        """A file dialog that does not stop the window; ``save`` is the suffix of a file to write."""
        dialog = QFileDialog(self.window, title, "", filters)
        if save:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setDefaultSuffix(save)
        else:
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setObjectName("file dialog")
        dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    # The look.

    def _switch_theme(self) -> None:
        self._set_theme("dark" if themes().current.name == "light" else "light")

    def _switch_language(self) -> None:
        self._set_language("zh" if current_language(self._application) == "en" else "en")

    @Slot(str)
    def _set_theme(self, name: str) -> None:
        look.apply(self._application, look.DARK if name == "dark" else look.LIGHT, themes().text_scale)
        QSettings().setValue("theme", name)

    @Slot(str)
    def _set_language(self, code: str) -> None:
        install_language(self._application, code)
        self.window.top_bar.set_language(code)
        QSettings().setValue("language", code)

    def _switch_full_screen(self) -> None:
        if self.window.isFullScreen():
            self.window.showNormal()
        else:
            self.window.showFullScreen()

    def _quit(self) -> None:
        self.window.close()

    @Slot()
    def close(self) -> None:
        """End the session; may be repeated."""
        QSettings().setValue("geometry", self.window.saveGeometry())
        self.session.close()


def make_application() -> QApplication:
    """The one QApplication, named so that settings have a place."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    QApplication.setOrganizationName("neural-playground")
    QApplication.setApplicationName("neural-playground")
    return QApplication(sys.argv[:1])


def open_window(what: Path | None = None) -> int:
    """Open the window, with an experiment, a table or exported weights where a file is given; returns its exit status.

    Raises ExperimentError, DataError, FileFormatError or OSError for a file that cannot be opened.
    """
    application = make_application()
    settings = QSettings()
    _dress(application, str(settings.value("theme", "")), str(settings.value("language", "")))
    playground = Playground(application, preset("circle"))
    if what is not None:
        playground.open(what)
    geometry = settings.value("geometry")
    if not (isinstance(geometry, QByteArray) and playground.window.restoreGeometry(geometry)):
        playground.window.resize(1440, 900)
    playground.window.show()
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C in the terminal ends the program, as everywhere
    return application.exec()


def take_screenshot(
    path: Path, experiment: Experiment, epochs: int, size: tuple[int, int], theme: str, language: str
) -> None:
    """Train for so many epochs, as the window does, and write what it then shows. Raises OSError."""
    application = make_application()
    _dress(application, theme, language)
    playground = Playground(application, experiment)
    window = playground.window
    window.resize(QSize(*size))
    window.show()
    for _ in range(epochs):
        playground.session.step_epoch()
    trainer_done = playground.session.export_state(timeout=3600.0)
    assert trainer_done.experiment == experiment, "the session trains what was submitted"
    _wait_for_epoch(application, playground, epochs)
    written = window.grab().save(str(path))
    window.close()
    if not written:
        raise OSError(f"{path}: the picture cannot be written")


def _wait_for_epoch(application: QApplication, playground: Playground, epochs: int) -> None:
    """Let events pass until the snapshot of the last epoch, or of a failure, has been shown."""
    seen: list[Snapshot] = []
    playground.clock.frame.connect(seen.append)
    while not any(one.epoch >= epochs or one.failure is not None for one in seen):
        application.processEvents()
        snapshot = playground.session.latest()
        if snapshot is not None and (snapshot.epoch >= epochs or snapshot.failure is not None):
            playground.window.show_snapshot(snapshot)
            seen.append(snapshot)
    application.processEvents()


def _dress(application: QApplication, theme: str, language: str) -> None:
    look.apply(application, look.DARK if theme == "dark" else look.LIGHT)
    install_language(application, language if language in ("en", "zh") else system_language())
