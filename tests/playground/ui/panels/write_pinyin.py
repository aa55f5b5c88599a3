"""Writes ``assets/pinyin.txt`` again: ``python -m tests.playground.ui.panels.write_pinyin`` (needs pypinyin)."""

from __future__ import annotations

from collections import defaultdict

from engine.assets import asset_path

LEVEL_1 = [  # the 3755 common characters of GB 2312, by their sound
    bytes((row, cell)).decode("gb2312")
    for row in range(0xB0, 0xD8)
    for cell in range(0xA1, 0xFF)
    if (row, cell) < (0xD7, 0xFA)
]
RARER = ["熵", "鸢", "萼"]  # which the program's own words need beyond them


def text() -> str:
    """A line a syllable: the syllable, a blank, its characters."""
    from pypinyin import Style, pinyin  # type: ignore[import-not-found]  # nothing else needs it

    lines: defaultdict[str, str] = defaultdict(str)
    for character in (*LEVEL_1, *RARER):
        (readings,) = pinyin(character, style=Style.NORMAL, heteronym=True)  # without tones, ü as v
        for reading in dict.fromkeys(readings):
            lines[reading] += character
    return "".join(f"{reading} {lines[reading]}\n" for reading in sorted(lines))


if __name__ == "__main__":
    asset_path("pinyin.txt").write_text(text(), encoding="utf-8")
