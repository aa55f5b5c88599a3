"""The value slider: dragged, typed, stepped; the user's changes are told, the document's are not."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from playground.ui.widgets import TypedRange, ValueSlider
from playground.ui.widgets.slider_track import SliderTrack
from playground.ui.widgets.value_field import ValueField


class Heard:
    """A slider on the screen, and the list of what it said."""

    def __init__(self, qtbot: QtBot, slider: ValueSlider) -> None:
        self.slider, self.said = slider, list[object]()
        qtbot.addWidget(slider)
        slider.value_edited.connect(self.said.append)
        slider.edit_started.connect(lambda: self.said.append("start"))
        slider.edit_finished.connect(lambda: self.said.append("finish"))
        slider.resize(260, 60)
        with qtbot.waitActive(slider):
            slider.show()
            slider.activateWindow()
        self.track, self.field = slider.findChild(SliderTrack), slider.findChild(ValueField)

    def error(self) -> str:
        """The message below the slider; "" when there is none."""
        labels = [label for label in self.slider.findChildren(QLabel) if label.property("role") == "error"]
        return labels[0].text() if labels[0].isVisible() else ""

    def type(self, text: str, *, enter: bool = True) -> None:
        """Type `text` in place of what is there."""
        self.field.selectAll()
        self.field.insert(text)
        self.field.setModified(True)  # as it is after keys; QTest has no keys beyond ASCII
        if enter:
            QTest.keyClick(self.field, Qt.Key.Key_Return)


@pytest.fixture
def rate(qtbot: QtBot) -> Heard:
    """A learning rate."""
    return Heard(qtbot, ValueSlider("Learning rate", minimum=1e-5, maximum=10, value=0.03, scale="log"))


@pytest.fixture
def batch(qtbot: QtBot) -> Heard:
    """A batch size."""
    made = ValueSlider("Batch size", minimum=1, maximum=128, value=16, scale="powers-of-two", integer=True)
    return Heard(qtbot, made)


@pytest.fixture
def penalty(qtbot: QtBot) -> Heard:
    """A penalty that can be 0."""
    return Heard(qtbot, ValueSlider("λ", minimum=1e-4, maximum=10, value=0, scale="log", zero_allowed=True))


def test_a_drag_is_told_step_by_step_between_start_and_finish(batch: Heard) -> None:
    width = batch.track.width()
    QTest.mousePress(batch.track, Qt.MouseButton.LeftButton, pos=QPoint(width - 1, 12))
    QTest.mouseMove(batch.track, QPoint(width // 2, 12))
    QTest.mouseMove(batch.track, QPoint(0, 12))
    QTest.mouseRelease(batch.track, Qt.MouseButton.LeftButton, pos=QPoint(0, 12))
    assert batch.said[:2] == ["start", 128.0]
    assert batch.said[-2:] == [1.0, "finish"]
    assert 1.0 < float(str(batch.said[2])) < 128.0
    assert (batch.said.count("start"), batch.said.count("finish")) == (1, 1)
    assert (batch.slider.value(), batch.field.text()) == (1.0, "1")


def test_a_move_without_a_press_says_nothing(batch: Heard) -> None:
    QTest.mouseMove(batch.track, QPoint(3, 12))
    QTest.mouseClick(batch.track, Qt.MouseButton.RightButton, pos=QPoint(3, 12))
    assert batch.said == []


def test_the_document_sets_the_value_silently(rate: Heard) -> None:
    rate.slider.set_value(0.5)
    assert (rate.said, rate.slider.value(), rate.field.text()) == ([], 0.5, "0.5")
    before = rate.track.value()
    rate.slider.set_value(1.0)
    assert rate.track.value() > before


@pytest.mark.parametrize(
    ("key", "value"),
    [
        (Qt.Key.Key_Right, 32.0),
        (Qt.Key.Key_Up, 32.0),
        (Qt.Key.Key_Left, 8.0),
        (Qt.Key.Key_Down, 8.0),
        (Qt.Key.Key_PageUp, 32.0),
        (Qt.Key.Key_PageDown, 8.0),
        (Qt.Key.Key_Home, 1.0),
        (Qt.Key.Key_End, 128.0),
    ],
)
def test_keys_move_the_slider(batch: Heard, key: Qt.Key, value: float) -> None:
    QTest.keyClick(batch.track, key)
    assert batch.said == ["start", value, "finish"]


def test_a_key_held_down_is_one_edit(batch: Heard) -> None:
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(batch.track, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Right, none))
    for _ in range(2):  # what a held key sends: released and pressed again, marked as repeated
        for kind in (QEvent.Type.KeyRelease, QEvent.Type.KeyPress):
            QApplication.sendEvent(batch.track, QKeyEvent(kind, Qt.Key.Key_Right, none, "", True))
    assert batch.said == ["start", 32.0, 64.0, 128.0]
    QApplication.sendEvent(batch.track, QKeyEvent(QEvent.Type.KeyRelease, Qt.Key.Key_Right, none))
    assert batch.said[-1] == "finish"


def test_other_keys_are_left_to_the_window(batch: Heard) -> None:
    QTest.keyClick(batch.track, Qt.Key.Key_Space)
    assert batch.said == []


def test_keys_step_from_a_typed_value_to_the_next_stop(batch: Heard) -> None:
    batch.slider.set_value(10)
    QTest.keyClick(batch.track, Qt.Key.Key_Right)
    assert batch.said == ["start", 16.0, "finish"]


@pytest.mark.parametrize(("text", "value"), [("0.25", 0.25), ("2e-3", 0.002), ("2×10⁻³", 0.002), ("0,5", 0.5)])
def test_typed_values_are_taken_exactly(rate: Heard, text: str, value: float) -> None:
    rate.type(text)
    assert (rate.said, rate.slider.value(), rate.error()) == ([value], value, "")


def test_leaving_the_field_commits(rate: Heard) -> None:
    rate.type("0.25", enter=False)
    assert rate.said == []
    rate.field.editingFinished.emit()  # what Qt emits when the focus goes
    assert rate.said == [0.25]


@pytest.mark.parametrize("text", ["abc", "11", "0", "-1", "", "nan", "inf"])
def test_what_is_not_allowed_is_explained_and_changes_nothing(rate: Heard, text: str) -> None:
    rate.type(text)
    assert (rate.said, rate.slider.value()) == ([], 0.03)
    assert rate.error() == "Type a number from 1×10⁻⁵ to 10."
    assert rate.field.property("invalid") is True
    QTest.keyClick(rate.field, Qt.Key.Key_Escape)
    assert (rate.field.text(), rate.error(), rate.field.property("invalid")) == ("0.03", "", False)


def test_more_may_be_typed_than_the_slider_reaches(qtbot: QtBot) -> None:
    typed = TypedRange(low=0.0, high=1000.0, low_open=True)
    rate = Heard(qtbot, ValueSlider("α", minimum=1e-5, maximum=10, value=1, scale="log", typed=typed))
    for text in ("500", "1e-7"):
        rate.type(text)
    assert (rate.said, rate.error()) == ([500.0, 1e-7], "")
    assert rate.track.value() == 0
    QTest.keyClick(rate.track, Qt.Key.Key_Right)
    assert rate.slider.value() == pytest.approx(1.1e-5)
    for text in ("0", "1001"):
        rate.type(text)
        assert rate.error() == "Type a number above 0, up to 1000."


def test_a_word_may_stand_for_a_value(qtbot: QtBot) -> None:
    batch = Heard(qtbot, ValueSlider("m", minimum=1, maximum=9, value=1, read={"all": 9.0}.get))
    batch.type("all")
    batch.type("some")
    assert (batch.said, batch.error()) == ([9.0], "Type a number from 1 to 9.")


def test_whole_numbers_only_where_they_are_meant(batch: Heard) -> None:
    batch.type("3.5")
    assert (batch.said, batch.error()) == ([], "Type a whole number from 1 to 128.")
    batch.type("10")
    assert (batch.said, batch.error(), batch.slider.value()) == ([10.0], "", 10.0)


def test_zero_stands_before_a_logarithmic_scale(penalty: Heard) -> None:
    QTest.keyClick(penalty.track, Qt.Key.Key_Right)
    QTest.keyClick(penalty.track, Qt.Key.Key_Left)
    assert penalty.said == ["start", 1e-4, "finish", "start", 0.0, "finish"]
    penalty.type("0.00001")
    assert penalty.error() == "Type 0 or a number from 0.0001 to 10."
    penalty.type("0")
    assert penalty.error() == ""


def test_the_document_does_not_type_over_the_user(rate: Heard, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rate.field, "hasFocus", lambda: True)
    rate.type("0.7", enter=False)
    rate.slider.set_value(0.01)
    assert rate.field.text() == "0.7"
    QTest.keyClick(rate.field, Qt.Key.Key_Return)
    assert rate.said == [0.7]


def wheel(track: SliderTrack, delta: int) -> bool:
    """Turn the wheel over `track`; whether it was taken."""
    place = QPointF(track.rect().center())
    event = QWheelEvent(
        place,
        track.mapToGlobal(place),
        QPoint(),
        QPoint(0, delta),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    event.setAccepted(False)
    track.wheelEvent(event)
    return event.isAccepted()


def test_the_wheel_needs_the_keyboard_focus(batch: Heard, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not wheel(batch.track, 120)
    assert batch.said == []
    monkeypatch.setattr(batch.track, "hasFocus", lambda: True)
    assert wheel(batch.track, 60)  # half a notch of a smooth wheel
    assert batch.said == []
    assert wheel(batch.track, 60)
    assert batch.said == [32.0]


def test_suffix_and_format_are_shown_and_understood(qtbot: QtBot) -> None:
    noise = Heard(qtbot, ValueSlider("Noise", minimum=0, maximum=50, value=10, integer=True, suffix="%"))
    assert noise.field.text() == "10%"
    noise.type("25 %")
    noise.type("26")
    assert noise.said == [25.0, 26.0]
    own = ValueSlider("Share", minimum=0, maximum=1, value=0.5, format=lambda value: f"{value * 100:.0f} of 100")
    qtbot.addWidget(own)
    assert own.text_of(0.5) == "50 of 100"


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_widest_value_fits_the_field(qapp: QApplication, qtbot: QtBot, scale: float) -> None:
    from playground.ui.theme import DARK, apply

    rate = Heard(qtbot, ValueSlider("Learning rate", minimum=1e-5, maximum=10, value=0.03, scale="log"))
    apply(qapp, DARK, scale)
    for value in (1.35e-5, 0.000135, 9.0):
        text = rate.slider.text_of(value)
        assert rate.field.fontMetrics().horizontalAdvance(text) + 10 <= rate.field.width()
    assert rate.track.height() >= 24
    assert rate.field.height() >= 24


def test_names_and_tooltips_are_there(qtbot: QtBot) -> None:
    slider = Heard(qtbot, ValueSlider("Noise", minimum=0, maximum=1, value=0.5, tooltip="Shakes the data"))
    assert {slider.track.accessibleName(), slider.field.accessibleName()} == {"Noise"}
    assert {slider.track.toolTip(), slider.field.toolTip()} == {"Shakes the data"}
    assert slider.track.accessibleDescription() == "0.5"


def test_a_warning_is_for_values_that_the_slider_has(rate: Heard) -> None:
    rate.slider.warn_from(1.0, "too large")
    assert "too large" in rate.track.toolTip()
    rate.slider.warn_from(20.0, "too large")
    assert "too large" not in rate.track.toolTip()


def test_a_value_beyond_the_slider_is_warned_of_where_it_can_be_typed(qtbot: QtBot) -> None:
    typed = TypedRange(low=0.0, high=1e6)
    penalty = Heard(qtbot, ValueSlider("λ", minimum=0.001, maximum=100, value=1, scale="log", typed=typed))
    penalty.slider.warn_from(500.0, "collapses")
    notes = [one for one in penalty.slider.findChildren(QLabel) if one.property("role") == "warning"]
    assert not notes[0].isVisible()
    penalty.type("600")
    assert (notes[0].isVisible(), notes[0].text()) == (True, "collapses")
