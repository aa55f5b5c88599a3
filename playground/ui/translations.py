"""The translators' tool: `python -m playground.ui.translations` finds the window's words and compiles the Chinese.

    python -m playground.ui.translations              refresh playground_zh.ts, compile playground_zh.qm, say what lacks
    python -m playground.ui.translations --todo       the same, and print what lacks as {context: {source: ""}}
    python -m playground.ui.translations --fill FILE  put {context: {source: translation}} into the .ts first

Found are `self.tr("literal")` (its context is the class around it), `QCoreApplication.translate("Context", "literal")`
and `QT_TRANSLATE_NOOP("Context", "literal")`. Not found are f-strings, names, and literals added with `+`; write them
out, with {0} for `str.format`. Plurals (%n) are avoided: English would need a translation file for them too.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator, Sequence
from pathlib import Path

import PySide6

from engine.assets import asset_path
from engine.files import write_whole
from engine.values import dataclass

PACKAGE = Path(__file__).resolve().parents[1]
TS_NAME, QM_NAME = "playground_zh.ts", "playground_zh.qm"
_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
_EMPTY = _HEAD + '<TS version="2.1" language="zh_CN" sourcelanguage="en"/>\n'


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One text of the window. `state` is "" when translated, else "unfinished", "vanished" or "obsolete"."""

    context: str
    source: str
    translation: str
    state: str


def directory() -> Path:
    """Where the translations are kept."""
    return asset_path("translations")


def entries(ts: bytes) -> list[Entry]:
    """All entries of a .ts file's content."""
    return [
        Entry(
            context=context.findtext("name", ""),
            source=message.findtext("source", ""),
            translation=message.findtext("translation", ""),
            state=_state(message),
        )
        for context, message in _messages(ElementTree.fromstring(ts))
    ]


def refreshed(ts: bytes) -> bytes:
    """`ts` with the words that are in the source now: new ones unfinished, those gone removed."""
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / TS_NAME
        path.write_bytes(ts)
        files = sorted(str(file) for file in PACKAGE.rglob("*.py"))
        options = ["-no-obsolete", "-locations", "none", "-source-language", "en", "-target-language", "zh_CN"]
        _run("lupdate", *options, *files, "-ts", str(path))
        return path.read_bytes()


def compiled(ts: bytes) -> bytes:
    """The .qm that belongs to `ts`; unfinished entries are left out, so they show in English."""
    with tempfile.TemporaryDirectory() as scratch:
        path, result = Path(scratch) / TS_NAME, Path(scratch) / QM_NAME
        path.write_bytes(ts)
        _run("lrelease", "-nounfinished", str(path), "-qm", str(result))
        return result.read_bytes()


def filled(ts: bytes, words: dict[str, dict[str, str]]) -> bytes:
    """`ts` with translations {context: {source: translation}} put in. KeyError names a text that it does not have."""
    root = ElementTree.fromstring(ts)
    known = {(c.findtext("name", ""), m.findtext("source", "")): m for c, m in _messages(root)}
    for context, texts in words.items():
        for source, translation in texts.items():
            if (context, source) not in known:
                raise KeyError(f"{context}: {source!r} is not among the window's texts")
            element = known[context, source].find("translation")
            if element is not None and translation:
                element.text = translation
                element.attrib.pop("type", None)
    ElementTree.indent(root, "    ")
    body = ElementTree.tostring(root, encoding="unicode")
    return f"{_HEAD}{body}\n".encode()


def todo(ts: bytes) -> dict[str, dict[str, str]]:
    """What is not translated yet, as {context: {source: ""}}."""
    result: dict[str, dict[str, str]] = {}
    for entry in entries(ts):
        if entry.state or not entry.translation:
            result.setdefault(entry.context, {})[entry.source] = ""
    return result


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the tool; 0 when everything is translated, else 1."""
    parser = argparse.ArgumentParser(prog="python -m playground.ui.translations", description=__doc__.splitlines()[0])
    parser.add_argument("--todo", action="store_true", help="print what is not translated, as JSON")
    parser.add_argument("--fill", type=Path, metavar="FILE", help="put the translations of a JSON file in first")
    chosen = parser.parse_args(arguments)
    path = directory() / TS_NAME
    ts = refreshed(path.read_bytes() if path.exists() else _EMPTY.encode())
    if chosen.fill is not None:
        ts = refreshed(filled(ts, json.loads(chosen.fill.read_text(encoding="utf-8"))))
    write_whole(path, ts)
    write_whole(path.with_name(QM_NAME), compiled(ts))
    missing = todo(ts)
    count = sum(map(len, missing.values()))
    print(f"{len(entries(ts))} texts, {count} not translated", file=sys.stderr)
    if chosen.todo:
        print(json.dumps(missing, ensure_ascii=False, indent=2))
    return 1 if count else 0


def _messages(root: ElementTree.Element) -> Iterator[tuple[ElementTree.Element, ElementTree.Element]]:
    for context in root.iter("context"):
        for message in context.iter("message"):
            yield context, message


def _state(message: ElementTree.Element) -> str:
    element = message.find("translation")
    return "" if element is None else element.get("type", "")


def _run(tool: str, *arguments: str) -> None:
    """Run one of Qt's translation tools, which PySide6 brings along."""
    beside = Path(PySide6.__file__).parent
    program = shutil.which(tool, path=str(beside)) or shutil.which(f"pyside6-{tool}")
    if program is None:
        raise FileNotFoundError(f"{tool}: not beside PySide6 and pyside6-{tool} is not on the path; install PySide6")
    done = subprocess.run([program, *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{tool} failed: {done.stderr.strip() or done.stdout.strip()}")


if __name__ == "__main__":
    sys.exit(main())
