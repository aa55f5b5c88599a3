"""``playground presets``: the experiments that come with the program, to read or as JSON."""

from __future__ import annotations

import json

import click

from engine.experiment_file import experiment_to_dict
from engine.preset_parts import Preset
from engine.presets import presets


@click.command("presets", short_help="List the experiments that come with the program.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON list: name, kind, title, about, experiment.")
def presets_command(as_json: bool) -> int:
    """List the presets; train one with `playground train preset:NAME`."""
    rows = presets()
    click.echo(_json(rows) if as_json else _table(rows))
    return 0


def _json(rows: tuple[Preset, ...]) -> str:
    tree = [
        {
            "name": row.name,
            "kind": row.kind,
            "title": row.title,
            "about": row.about,
            "experiment": experiment_to_dict(row.experiment),
        }
        for row in rows
    ]
    return json.dumps(tree, indent=2, ensure_ascii=False, allow_nan=False)


def _table(rows: tuple[Preset, ...]) -> str:
    wide = max(len(row.name) for row in rows)
    return "\n".join(f"{row.name:<{wide}}  {row.kind:<4}  {row.title}. {row.about}" for row in rows)
