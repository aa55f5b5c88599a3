"""Pictures of everything the window shows, in both looks and both languages, after some training; kept by CI.

They lie in `.artefacts/pictures/`, one folder for each look and language, to be leafed through by people. Here is
checked what a machine can see: the right size, no word cut off, nothing blank, no two looks the same, and, since that
fails every test, no warning of Qt's.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from engine.edits import choose_data, replace_experiment
from engine.experiment import Experiment
from engine.presets import preset
from playground import app
from playground.program.application import make_application
from playground.ui import theme as look
from playground.ui.language import install_language
from playground.ui.main_window import MainWindow
from playground.ui.widgets import Card
from tests.playground.reach import kinds_in, widget_kinds
from tests.playground.scaled_window import cut_words, settle
from tests.playground.showings import Showings
from tests.playground.ui.test_accessibility import said
from tests.playground.ui.views.pictures import pixels
from tests.test_house import ROOT

PICTURES = ROOT / ".artefacts" / "pictures"
LOOKS = ("light-en", "light-zh", "dark-en", "dark-zh")
SIZES = ((1280, 720), (1440, 900))
EPOCHS = {"circle": 30, "spiral": 20, "iris": 30, "digits": 3, "reg-gauss": 20, "table": 15}
FEWEST_COLORS = 24  # of a card: its edges and words alone have about so many, a blank one has two


@pytest.fixture(scope="module", params=LOOKS)
def folder(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Path]:
    """Where the pictures of a look and a language go; both are in force."""
    theme, language = request.param.split("-")
    dress(theme, language)
    place = PICTURES / request.param
    place.mkdir(parents=True, exist_ok=True)
    yield place
    dress("light", "en")


def dress(theme: str, language: str) -> None:
    application = make_application()
    look.apply(application, look.DARK if theme == "dark" else look.LIGHT)
    install_language(application, language)


@pytest.fixture(scope="module")
def opened(folder: Path) -> Iterator[app.Playground]:
    playground = app.Playground(make_application(), preset("circle"))
    playground.window.resize(*SIZES[0])
    playground.window.show()
    yield playground
    playground.window.close()
    playground.session.close()
    playground.window.deleteLater()
    playground.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A practitioner's table: numbers of very different sizes, a column of words, a long name, three classes."""
    path = tmp_path_factory.mktemp("table") / "harvest.csv"
    rng = np.random.default_rng(4)
    rows = ["sugar,acidity,days until the harvest,soil,quality"]
    for quality, sugar in itertools.product(("poor", "good", "excellent"), rng.normal(180, 20, 40)):
        shift = {"poor": -25, "good": 0, "excellent": 25}[quality]
        soil = rng.choice(["clay", "chalk", "sand"])
        rows.append(f"{sugar + shift:.1f},{rng.normal(6, 1) - shift / 25:.2f},{rng.integers(90, 130)},{soil},{quality}")
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def experiment(kind: str, table: Path) -> Experiment:
    if kind != "table":
        return preset(kind)
    return choose_data("csv", path=str(table), target="quality").change(Experiment())


def train(playground: app.Playground, wanted: Experiment, epochs: int, qtbot: QtBot) -> None:
    """Some epochs of an experiment, from its start, and all views show the last of them."""
    playground.document.apply(replace_experiment(wanted, "Preset"))
    playground.session.reset()
    for _ in range(epochs):
        playground.session.step_epoch()

    def is_done() -> bool:
        snapshot = playground.session.latest()
        return snapshot is not None and snapshot.epoch >= epochs and not snapshot.running

    qtbot.waitUntil(is_done, timeout=60_000)
    playground.clock.tick()
    settle()


def colors(widget: QWidget) -> int:
    """How many colours a widget shows."""
    seen = pixels(widget).reshape(-1, 3).astype(np.int64) @ (1 << 16, 1 << 8, 1)
    return len(np.unique(seen))


def keep_picture(widget: QWidget, path: Path) -> None:
    """Write what a widget shows; its size is the widget's, and it is not blank."""
    picture = widget.grab()
    assert picture.size() == widget.size() * widget.devicePixelRatio()
    assert picture.save(str(path))
    assert colors(widget) >= FEWEST_COLORS, f"{path.name} is blank"


def cards(window: MainWindow) -> dict[str, QWidget]:
    """What stands on the board, by name."""
    return {
        "network": window.network,
        "now": window.story,
        "surface": window.surface,
        "curves": window.curves,
        "controls": window.controls,
        "top-bar": window.top_bar,
    }


@pytest.mark.parametrize("kind", EPOCHS)
def test_the_window_and_its_cards(opened: app.Playground, folder: Path, table: Path, kind: str, qtbot: QtBot) -> None:
    train(opened, experiment(kind, table), EPOCHS[kind], qtbot)
    for width, height in SIZES:
        opened.window.resize(width, height)
        settle()
        assert cut_words(opened.window) == []
        keep_picture(opened.window, folder / f"{kind}-{width}x{height}.png")
    for name, card in cards(opened.window).items():
        keep_picture(card, folder / f"{kind}-{name}.png")


def test_every_card_is_in_a_picture(opened: app.Playground) -> None:
    pictured = list(cards(opened.window).values())
    missing = [
        said(card)
        for card in opened.window.findChildren(Card)
        if card.isVisible()
        and not any(card is one or one.isAncestorOf(card) or card.isAncestorOf(one) for one in pictured)
    ]
    assert missing == []


def test_all_that_opens_or_happens(opened: app.Playground, folder: Path, table: Path, qtbot: QtBot) -> None:
    opened.window.resize(*SIZES[0])
    seen: set[str] = set()
    showings = Showings(opened, table, lambda condition: qtbot.waitUntil(condition, timeout=60_000), settle)
    for name, widget in showings.all():
        settle()
        keep_picture(widget, folder / f"{name}.png")
        assert cut_words(widget) == [], name
        seen |= kinds_in(widget)
    assert widget_kinds() - seen == set(), "a kind of widget that is in no picture"


def test_the_menus(opened: app.Playground, folder: Path, qtbot: QtBot) -> None:
    menus = [menu for menu in opened.window.findChildren(QMenu) if menu.actions() or menu.findChildren(QWidget)]
    assert len(menus) >= 3
    for index, menu in enumerate(menus):
        menu.popup(opened.window.mapToGlobal(opened.window.rect().center()))
        settle()
        assert cut_words(menu) == []
        keep_picture(menu, folder / f"menu-{index}.png")
        menu.close()


def test_looks_and_languages_differ(qtbot: QtBot, qapp: QApplication) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    window.resize(*SIZES[0])
    window.show_experiment(preset("circle"))
    window.show()
    shown = {}
    for name in LOOKS:
        dress(*name.split("-"))
        settle()
        shown[name] = pixels(window)
    dress("light", "en")
    for one, other in itertools.combinations(LOOKS, 2):
        differing = float((np.abs(shown[one] - shown[other]).max(axis=2) > 20).mean())
        least = 0.8 if one.split("-")[0] != other.split("-")[0] else 0.01  # of all pixels: the ground, or the words
        assert differing > least, f"{one} and {other} differ in {differing:.1%} of their pixels"


@pytest.mark.parametrize("kind", ["circle", "iris"])
def test_a_look_leaves_nothing_behind(
    opened: app.Playground, folder: Path, table: Path, kind: str, qtbot: QtBot
) -> None:
    train(opened, experiment(kind, table), 1, qtbot)
    before = pixels(opened.window)
    other = look.LIGHT if folder.name.startswith("dark") else look.DARK
    look.apply(make_application(), other, 1.5)
    settle()
    dress(*folder.name.split("-"))
    settle()
    differing = float((before != pixels(opened.window)).any(axis=2).mean())
    assert differing < 0.002, f"{differing:.1%} of the pixels are others"  # an arrow may stand a pixel beside its place
