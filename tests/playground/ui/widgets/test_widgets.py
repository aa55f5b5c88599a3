"""What every widget does alike: words in two languages, both themes, text scales, names, targets; then its signals."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from playground.ui.language import current_language, install_language
from playground.ui.theme import DARK, LIGHT, TARGET, apply
from playground.ui.widgets import (
    Banner,
    Card,
    Choice,
    ColorScale,
    Figure,
    IconButton,
    Label,
    Segmented,
    ThumbnailGrid,
    Toggle,
    TransportBar,
    ValueSlider,
)
from playground.ui.widgets.thumbnail_grid import Thumbnail


def words() -> str:
    """A text that follows the language."""
    app = QApplication.instance()
    assert app is not None
    return {"en": "Weights", "zh": "权重"}[current_language(app)]


def picture(size: QSize) -> QImage:
    """A green picture."""
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(QColor("#00ff00"))
    return image


def banner() -> Banner:
    made = Banner()
    made.show_message("error", words, words, action=words)
    return made


ROWS = [("a", words), ("b", words), ("c", words)]
EVERY: dict[str, Callable[[], QWidget]] = {
    "banner": banner,
    "card": lambda: Card(words),
    "choice": lambda: Choice(words, ROWS, tooltip=words),
    "color scale": lambda: ColorScale(name=words),
    "figure": lambda: Figure(words, "0.1234", tooltip=words),
    "icon button": lambda: IconButton("play", words),
    "label": lambda: Label(words, "head"),
    "segmented": lambda: Segmented([(key, text, words) for key, text in ROWS], name=words),
    "thumbnails": lambda: ThumbnailGrid([(key, text, picture) for key, text in ROWS], name=words),
    "toggle": lambda: Toggle(words, tooltip=words),
    "slider": lambda: ValueSlider(words, minimum=0, maximum=1, value=0.5, tooltip=words),
    "transport": TransportBar,
}


def shown(qtbot: QtBot, widget: QWidget, width: int = 260) -> QWidget:
    """`widget` in a window that has the keyboard."""
    qtbot.addWidget(widget)
    widget.resize(max(width, widget.minimumSizeHint().width()), widget.sizeHint().height())
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    return widget


def said_by(widget: QWidget) -> list[str]:
    """Every text that a widget and its parts show or tell a screen reader."""
    texts = []
    for part in [widget, *widget.findChildren(QWidget)]:
        texts += [part.accessibleName(), part.toolTip()]
        texts += [part.text()] if isinstance(part, QLabel | QAbstractButton) else []
        texts += [part.itemText(row) for row in range(part.count())] if isinstance(part, QComboBox) else []
    return [text for text in texts if text]


@pytest.mark.parametrize("make", EVERY.values(), ids=EVERY)
def test_every_widget_changes_its_words(qapp: QApplication, qtbot: QtBot, make: Callable[[], QWidget]) -> None:
    widget = shown(qtbot, make())
    english = said_by(widget)
    install_language(qapp, "zh")
    QCoreApplication.sendPostedEvents()
    chinese = said_by(widget)
    assert english
    assert not [text for text in chinese if "Weights" in text or "Train" in text]
    install_language(qapp, "en")
    QCoreApplication.sendPostedEvents()
    assert said_by(widget) == english


@pytest.mark.parametrize("make", EVERY.values(), ids=EVERY)
def test_every_widget_wears_both_themes(qapp: QApplication, qtbot: QtBot, make: Callable[[], QWidget]) -> None:
    holder = QWidget()  # its ground is the theme's
    holder.setAutoFillBackground(True)
    layout = QVBoxLayout(holder)
    widget = make()
    layout.addWidget(widget)
    shown(qtbot, holder)
    light = holder.grab().toImage()
    apply(qapp, DARK)
    dark = holder.grab().toImage()
    ground = dark.pixelColor(1, 1)
    assert ground == DARK.ground
    blank = QImage(dark.size(), dark.format())
    blank.fill(DARK.ground)
    assert dark != blank  # something is drawn
    apply(qapp, LIGHT)
    assert holder.grab().toImage() == light


@pytest.mark.parametrize("make", EVERY.values(), ids=EVERY)
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_every_control_is_large_enough_to_hit(
    qapp: QApplication, qtbot: QtBot, make: Callable[[], QWidget], scale: float
) -> None:
    apply(qapp, LIGHT, scale)
    widget = shown(qtbot, make(), round(260 * scale))
    controls = [
        part for part in [widget, *widget.findChildren(QWidget)] if part.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    for control in filter(QWidget.isVisible, controls):
        assert min(control.width(), control.height()) >= TARGET, control
        assert control.accessibleName(), control


@pytest.mark.parametrize("make", EVERY.values(), ids=EVERY)
def test_every_control_shows_where_the_keyboard_is(
    qapp: QApplication, qtbot: QtBot, make: Callable[[], QWidget]
) -> None:
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.addWidget(make())
    other = QPushButton("other")
    layout.addWidget(other)
    shown(qtbot, holder)
    controls = [part for part in holder.findChildren(QWidget) if part.focusPolicy() & Qt.FocusPolicy.TabFocus]
    for control in controls:
        other.setFocus()
        if control is other or not control.isVisible():
            continue
        before = control.grab().toImage()
        control.setFocus(Qt.FocusReason.TabFocusReason)
        assert control.hasFocus(), control
        assert control.grab().toImage() != before, control


def test_a_choice_tells_the_users_choice_only(qtbot: QtBot) -> None:
    choice = Choice("Activation", [("tanh", "tanh"), ("relu", "ReLU")], key="relu")
    shown(qtbot, choice)
    heard: list[str] = []
    choice.chosen.connect(heard.append)
    choice.set_key("tanh")
    choice.set_rows([("relu", "ReLU"), ("tanh", "tanh"), ("sigmoid", "sigmoid")])
    assert (heard, choice.key()) == ([], "tanh")
    combo = choice.findChild(QComboBox)
    QTest.keyClick(combo, Qt.Key.Key_Down)
    assert (heard, choice.key()) == (["sigmoid"], "sigmoid")
    with pytest.raises(ValueError, match="Activation: 'cos' is no choice; allowed are relu, tanh, sigmoid"):
        choice.set_key("cos")


def test_a_choice_skips_rows_that_cannot_be_taken(qtbot: QtBot) -> None:
    choice = Choice("Loss", [("mse", "MSE"), ("ce", "cross-entropy"), ("mae", "MAE")])
    shown(qtbot, choice)
    choice.set_row_enabled("ce", False)
    QTest.keyClick(choice.findChild(QComboBox), Qt.Key.Key_Down)
    assert choice.key() == "mae"
    choice.set_row_enabled("ce", True)
    QTest.keyClick(choice.findChild(QComboBox), Qt.Key.Key_Up)
    assert choice.key() == "ce"


def test_a_choice_without_rows_has_no_key(qtbot: QtBot) -> None:
    choice = Choice("Column", [])
    qtbot.addWidget(choice)
    assert choice.key() == ""


def test_segments_are_taken_by_click_and_arrows(qtbot: QtBot) -> None:
    segmented = Segmented([(key, key, "") for key in ("gd", "momentum", "adam")], key="momentum")
    shown(qtbot, segmented)
    heard: list[str] = []
    segmented.chosen.connect(heard.append)
    segmented.set_key("gd")
    assert (heard, segmented.key()) == ([], "gd")
    first, second, third = segmented.findChildren(QAbstractButton)
    QTest.mouseClick(third, Qt.MouseButton.LeftButton)
    QTest.mouseClick(third, Qt.MouseButton.LeftButton)
    assert (heard, segmented.key()) == (["adam"], "adam")
    third.setFocus()
    QTest.keyClick(third, Qt.Key.Key_Left)
    assert heard == ["adam", "momentum"]
    assert [first.isChecked(), second.isChecked(), third.isChecked()] == [False, True, False]
    with pytest.raises(ValueError, match="'sgd' is no choice"):
        segmented.set_key("sgd")


@pytest.mark.parametrize("width", [90, 160, 400])
def test_segments_wrap_and_stay_whole(qtbot: QtBot, width: int) -> None:
    segmented = Segmented([(key, key, "") for key in ("GD", "Momentum", "RMSprop", "Adam")])
    shown(qtbot, segmented, width)
    segmented.resize(width, segmented.heightForWidth(width))
    for segment in segmented.findChildren(QAbstractButton):
        assert segmented.rect().contains(segment.geometry())
        assert segment.fontMetrics().horizontalAdvance(segment.text()) <= segment.width()


def test_thumbnails_are_taken_by_click_and_arrows(qtbot: QtBot) -> None:
    grid = ThumbnailGrid([(key, key, picture) for key in "abcdef"], least_width=70)
    shown(qtbot, grid, 250)
    grid.resize(250, grid.heightForWidth(250))
    heard: list[str] = []
    grid.chosen.connect(heard.append)
    grid.set_key("a")
    assert (heard, grid.key(), grid.columns()) == ([], "a", 3)
    thumbnails = grid.findChildren(Thumbnail)
    QTest.keyClick(thumbnails[0], Qt.Key.Key_Down)
    QTest.keyClick(thumbnails[3], Qt.Key.Key_Right)
    QTest.keyClick(thumbnails[4], Qt.Key.Key_Up)
    QTest.keyClick(thumbnails[1], Qt.Key.Key_Up)  # nothing above
    QTest.mouseClick(thumbnails[5], Qt.MouseButton.LeftButton)
    assert heard == ["d", "e", "b", "f"]
    assert sum(thumbnail.isChecked() for thumbnail in thumbnails) == 1


def test_own_data_takes_no_thumbnail(qtbot: QtBot) -> None:
    grid = ThumbnailGrid([(key, key, picture) for key in "ab"])
    qtbot.addWidget(grid)
    grid.set_key("b")
    grid.set_key("csv")
    assert not any(thumbnail.isChecked() for thumbnail in grid.findChildren(Thumbnail))
    grid.set_key("a")
    assert [thumbnail.isChecked() for thumbnail in grid.findChildren(Thumbnail)] == [True, False]


def test_pictures_are_asked_for_once_and_again_after_refresh(qapp: QApplication, qtbot: QtBot) -> None:
    asked: list[QSize] = []

    def provider(size: QSize) -> QImage:
        asked.append(size)
        return picture(size)

    grid = ThumbnailGrid([("a", "a", provider)])
    shown(qtbot, grid, 200)
    asked.clear()
    grid.refresh()
    grid.grab()
    image = grid.grab().toImage()
    assert len(asked) == 1
    assert image.pixelColor(image.width() // 2, 20).name() == "#00ff00"
    apply(qapp, DARK)
    grid.grab()
    assert len(asked) == 2


def test_a_toggle_tells_the_users_switch_only(qtbot: QtBot) -> None:
    toggle = Toggle("Show test data")
    shown(qtbot, toggle)
    heard: list[bool] = []
    toggle.switched.connect(heard.append)
    toggle.set_on(True)
    assert (heard, toggle.is_on()) == ([], True)
    QTest.mouseClick(toggle, Qt.MouseButton.LeftButton, pos=QPoint(toggle.width() - 2, toggle.height() // 2))
    QTest.keyClick(toggle, Qt.Key.Key_Space)
    assert heard == [False, True]


def test_the_transport_asks_and_does_nothing(qtbot: QtBot) -> None:
    bar = TransportBar()
    shown(qtbot, bar)
    heard: list[str] = []
    for name in ("play", "pause", "step_batch", "step_epoch", "reset", "new_seed"):
        getattr(bar, name).connect(lambda name=name: heard.append(name))
    bar.play_button.click()
    assert not bar.is_playing()
    bar.set_playing(True)
    bar.play_button.click()
    for button in (bar.step_batch_button, bar.step_epoch_button, bar.reset_button, bar.new_seed_button):
        button.click()
    assert heard == ["play", "pause", "step_batch", "step_epoch", "reset", "new_seed"]
    assert bar.is_playing()
    assert bar.play_button.toolTip() == "Pause (Space)"
    bar.set_shortcuts(reset="R", step_batch=".")
    assert bar.reset_button.toolTip().endswith(" (R)")


def test_a_figure_keeps_its_place(qtbot: QtBot) -> None:
    figure = Figure("Loss", widest="0.0000")
    shown(qtbot, figure)
    size = figure.sizeHint()
    for value in ("0.1111", "0.4444", "", "9"):
        figure.set_value(value)
        assert figure.sizeHint() == size
    assert figure.value() == "9"
    figure.resize(size)
    figure.set_value("1.234×10⁻¹²")
    assert figure.sizeHint().width() > size.width()  # it grows rather than clips
    assert figure.accessibleName() == "Loss 1.234×10⁻¹²"


def test_a_banner_shows_tells_and_goes(qtbot: QtBot) -> None:
    holder = QWidget()
    made = Banner()
    layout = QVBoxLayout(holder)
    layout.addWidget(made)
    layout.addWidget(QLabel("below"))
    shown(qtbot, holder)
    assert not made.isVisible()
    heard: list[str] = []
    made.closed.connect(lambda: heard.append("closed"))
    gaps = "12 rows have <b>gaps</b>"
    made.show_message("warning", gaps, action="Show them", on_action=lambda: heard.append("action"))
    action, close = made.findChild(QPushButton), made.findChild(IconButton)
    assert made.isVisible()
    assert made.accessibleName() == "12 rows have <b>gaps</b>"
    action.click()
    assert not made.isVisible()
    made.show_message("warning", gaps)
    close.click()
    assert heard == ["action", "closed"]
    assert not made.isVisible()
    made.show_message("info", "Loaded")
    assert not action.isVisible()
    made.dismiss()
    assert heard == ["action", "closed"]
    with pytest.raises(ValueError, match="kind: 'joke'"):
        made.show_message("joke", "Ha")  # type: ignore[arg-type]  # the wrong kind is meant


def test_a_banner_lies_over_its_parent_and_moves_nothing(qtbot: QtBot) -> None:
    holder, above, below = QWidget(), QLabel("above"), QLabel("below")
    layout = QVBoxLayout(holder)
    layout.addWidget(above)
    layout.addWidget(below, 1)
    banner = Banner(holder)
    banner.stand_below(above)
    shown(qtbot, holder)
    holder.resize(900, 400)
    before = below.geometry()
    banner.show_message("error", "It failed", "for a reason that takes many words " * 6)
    assert below.geometry() == before
    assert banner.geometry().top() > above.geometry().bottom()
    assert holder.rect().contains(banner.geometry())
    assert abs(banner.geometry().center().x() - holder.rect().center().x()) <= 1
    tall = banner.height()
    holder.resize(400, 400)
    assert holder.rect().contains(banner.geometry())
    assert banner.height() > tall


def test_a_confirmation_goes_by_itself_but_not_under_the_pointer(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    holder.resize(600, 300)
    banner = Banner(holder)
    holder.show()
    banner.show_message("info", "Copied", passing=True)
    assert banner._rest.isActive()
    point = QPointF(3, 3)
    QApplication.sendEvent(banner, QEnterEvent(point, point, point))
    assert not banner._rest.isActive()
    QApplication.sendEvent(banner, QEvent(QEvent.Type.Leave))
    assert banner._rest.isActive()
    banner._rest.timeout.emit()
    assert not banner.isVisible()
    banner.show_message("error", "It failed")
    assert not banner._rest.isActive()


def test_a_card_keeps_its_head_through_a_new_parent(qtbot: QtBot) -> None:
    card = Card("Data")
    head = card.findChild(QLabel)
    corner, content = QPushButton("corner"), QPushButton("content")
    card.set_corner(corner)
    card.add(content)
    layout = QVBoxLayout()
    card.add(layout)
    holder = QWidget()
    QVBoxLayout(holder).addWidget(card)
    shown(qtbot, holder)
    assert (head.font().pixelSize(), head.font().capitalization()) == (11, head.font().Capitalization.AllUppercase)
    assert corner.geometry().bottom() < content.geometry().top()
    assert corner.geometry().left() > head.geometry().left()
    card.set_title("数据")
    assert (card.title(), head.font().capitalization()) == ("数据", head.font().Capitalization.MixedCase)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_the_colour_scale_runs_from_end_to_end(qapp: QApplication, qtbot: QtBot, theme: object) -> None:
    apply(qapp, theme)  # type: ignore[arg-type]  # both are themes
    scale = ColorScale("0", "1")
    shown(qtbot, scale)
    image = scale.grab().toImage()
    row = [image.pixelColor(x, image.height() // 2) for x in range(image.width())]
    now = LIGHT if theme is LIGHT else DARK
    for end in (now.negative, now.positive):
        nearest = min(abs(c.red() - end.red()) + abs(c.green() - end.green()) + abs(c.blue() - end.blue()) for c in row)
        assert nearest < 12
    scale.set_range("−2", "+2")
    assert "−2 … +2" in scale.accessibleName()


def test_labels_show_markup_as_it_is(qtbot: QtBot) -> None:
    label = Label("<b>x</b>", "title", "error")
    shown(qtbot, label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.font().pixelSize() == 16
    assert label.property("role") == "error"
    assert label.palette().color(label.foregroundRole()) == LIGHT.error
