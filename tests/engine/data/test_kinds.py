"""The menu of data sets is the two tables, and the experiment's own list of names agrees with it."""

from __future__ import annotations

from engine.choices import GENERATED_KINDS, SHIPPED_KINDS
from engine.data.kinds import data_kinds


def test_the_menu_is_complete_and_in_order() -> None:
    kinds = data_kinds()
    assert [kind.name for kind in kinds if kind.generated] == list(GENERATED_KINDS)
    assert [kind.name for kind in kinds if not kind.generated] == list(SHIPPED_KINDS)
    assert [kind.generated for kind in kinds] == sorted((kind.generated for kind in kinds), reverse=True)
    assert len({kind.title for kind in kinds}) == len(kinds)
    assert {kind.name: kind.task for kind in kinds}["blobs"] == "classes"
