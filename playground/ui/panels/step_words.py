"""What a step of the history says: what was changed, from which value to which, in the language in force."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from operator import attrgetter
from pathlib import PurePath

from PySide6.QtCore import QCoreApplication

from engine.choices import GENERATED_KINDS
from engine.edits import plane_features
from engine.experiment import Experiment, Layer
from engine.fields import FIELDS
from engine.presets import preset_of
from playground.ui.language import current_language
from playground.ui.lesson_texts import lesson_text
from playground.ui.panels import choice_words
from playground.ui.panels.data_words import DATA_WORDS
from playground.ui.panels.edit_words import edit_words
from playground.ui.panels.preset_words import preset_title
from playground.ui.panels.split_control import split_text

translate = QCoreApplication.translate
_MOST = 40  # letters of one value
_TITLES: Mapping[str, Mapping[str, Callable[[], str]]] = {
    "data.kind": {name: words.name for name, words in DATA_WORDS.items()},
    "layers[].activation": choice_words.ACTIVATION_TITLES,
    "layers[].initializer": choice_words.INITIALIZER_TITLES,
    "initializer": choice_words.INITIALIZER_TITLES,
    "optimizer.kind": choice_words.OPTIMIZER_TITLES,
    "loss": choice_words.LOSS_TITLES,
    "schedule.kind": choice_words.SCHEDULE_TITLES,
}
_MAIN = ("data.kind", "data.path", "layers")  # of several changes at once, these say most
_LESSON = "Lesson "  # and the name of one
_WHOLE = ("Preset", "Open", "New", "Paste")  # another experiment altogether

Difference = tuple[str, object, object]
Step = tuple[str, Experiment, Experiment, PurePath | None]  # label, before, after, the file it stands in then


def step_words(label: str, before: Experiment, after: Experiment, file: PurePath | None = None) -> str:
    """``Learning rate: 0.03 → 0.1``; the label alone where there is no short way to say more."""
    if label.startswith(_LESSON):
        return _said(edit_words("Lesson"), _lesson_title(label.removeprefix(_LESSON)))
    words, found = edit_words(label), list(_differences(before, after))
    if label in _WHOLE:
        what = file.name if label == "Open" and file is not None else _title(after)
        return _said(words, what) if what else words
    main = [one for one in found if one[0] in _MAIN] or found
    if not main or (len(main) > 1 and main is found):
        return words
    path, old, new = main[0]
    return _said(words, f"{_value(path, old)} → {_value(path, new)}")


def _title(experiment: Experiment) -> str:
    """What an experiment goes by, if anything: the preset it is, or its table."""
    row, table = preset_of(experiment), experiment.data.path
    return preset_title(row) if row is not None else "" if table is None else PurePath(table).name


def _lesson_title(name: str) -> str:
    """Its title in the language in force; the name itself of a lesson that is there no more."""
    from engine.lessons.table import LESSONS  # with all presets, which a start does without

    application = QCoreApplication.instance()
    language = "en" if application is None else current_language(application)
    return lesson_text(name, language).title if name in LESSONS else name


def _said(words: str, what: str) -> str:
    return translate("Steps", "{step}: {what}").format(step=words, what=what)


def _differences(before: Experiment, after: Experiment) -> Iterator[Difference]:
    """Every field that differs; of layers, one field of one layer where that is all, else the whole list."""
    for path in FIELDS:
        if not path.startswith(("layers", "split.")):
            old, new = (_features(one) if path == "features" else attrgetter(path)(one) for one in (before, after))
            if old != new:
                yield path, old, new
    if before.split != after.split:
        yield "split", split_text(before.split), split_text(after.split)
    if before.layers != after.layers:
        inside = _in_one_layer(before.layers, after.layers)
        yield inside if inside is not None else ("layers", before.layers, after.layers)


def _features(experiment: Experiment) -> tuple[str, ...]:
    """The inputs by name, where they have names that do not depend on a table."""
    return plane_features(experiment) if experiment.data.kind in GENERATED_KINDS else experiment.features


def _in_one_layer(before: tuple[Layer, ...], after: tuple[Layer, ...]) -> Difference | None:
    if len(before) != len(after):
        return None
    changed = [
        (f"layers[].{name}", getattr(old, name), getattr(new, name))
        for old, new in zip(before, after, strict=True)
        for name in Layer.__slots__
        if getattr(old, name) != getattr(new, name)
    ]
    return changed[0] if len(changed) == 1 and changed[0][0] != "layers[].units" else None


def _value(path: str, value: object) -> str:
    """A value as the controls show it."""
    titles = _TITLES.get(path, {})
    if isinstance(value, str) and value in titles:
        text = titles[value]()
    elif isinstance(value, bool):
        text = translate("Steps", "on") if value else translate("Steps", "off")
    elif path == "layers" and isinstance(value, tuple):
        text = " – ".join(str(layer.units) for layer in value) or translate("Steps", "none")
    elif value is None or value == ():
        text = translate("Steps", "all") if value == () else translate("Steps", "as it comes")
    elif isinstance(value, (int, float)):
        text = f"{value:.6g}"  # as it was typed
    elif isinstance(value, tuple):
        text = ", ".join(str(one) for one in value) if all(isinstance(one, str) for one in value) else str(len(value))
    else:
        text = PurePath(str(value)).name if path == "data.path" else str(value)
    return text if len(text) <= _MOST else f"{text[: _MOST - 1]}…"
