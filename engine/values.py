"""Frozen values: the standard library's `dataclass`, made without writing source code and compiling it.

The standard one compiles six functions for each class, which takes half a millisecond; a start, with more than a
hundred classes, spent a tenth of its time on that. Here the functions are written once. `fields`, `replace` and type
checkers see what they always saw.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(
        *, frozen: Literal[True], slots: Literal[True], kw_only: bool = False, eq: bool = True
    ) -> Callable[[type], type]:
        """Make a class frozen and with slots; the arguments are those of ``dataclasses.dataclass``."""

        def make(described: type) -> type:
            made = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots, kw_only=kw_only)(described)
            made.__init__ = _initializer(made)
            for method in (_setattr, _delattr, _repr, _getstate, _setstate):
                setattr(made, f"__{method.__name__[1:]}__", method)
            if eq:
                made.__eq__, made.__hash__ = _comparison(made)
            return made

        return make


def _initializer(made: Any) -> Callable[..., None]:
    """The class's `__init__`; it raises TypeError for an argument that is missing, unknown or given twice."""
    taken = [field for field in dataclasses.fields(made) if field.init]
    put = [(field.name, getattr(made, field.name).__set__) for field in taken]
    ordered = [field.name for field in taken if not field.kw_only]
    defaults = {field.name: field.default for field in taken if field.default is not dataclasses.MISSING}
    making = {f.name: f.default_factory for f in taken if f.default_factory is not dataclasses.MISSING}
    check = getattr(made, "__post_init__", None)

    def init(self: object, *given: object, **named: object) -> None:
        values = {**defaults, **named}
        if given:
            if len(given) > len(ordered) or not named.keys().isdisjoint(ordered[: len(given)]):
                raise TypeError(f"{made.__qualname__}() takes {ordered} in this order, each once")
            values.update(zip(ordered, given, strict=False))
        for name, factory in making.items():
            if name not in values:
                values[name] = factory()
        try:
            for name, setter in put:
                setter(self, values[name])
        except KeyError as missing:
            raise TypeError(f"{made.__qualname__}() needs {missing}") from None
        if len(values) > len(put):
            raise TypeError(f"{made.__qualname__}() knows no {sorted(values.keys() - {name for name, _ in put})}")
        if check is not None:
            check(self)

    return init


def _comparison(made: Any) -> tuple[Callable[[object, object], bool], Callable[[object], int]]:
    """The class's `__eq__` and `__hash__`: by the values of its fields."""
    content = attrgetter(*(field.name for field in dataclasses.fields(made) if field.compare))

    def eq(self: object, other: object) -> bool:
        return content(self) == content(other) if other.__class__ is self.__class__ else NotImplemented

    def hash_(self: object) -> int:
        return hash(content(self))

    return eq, hash_


def _setattr(self: object, name: str, value: object) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _delattr(self: object, name: str) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _repr(self: Any) -> str:
    parts = [f"{field.name}={getattr(self, field.name)!r}" for field in dataclasses.fields(self) if field.repr]
    return f"{type(self).__qualname__}({', '.join(parts)})"


def _getstate(self: Any) -> list[object]:  # for pickle and copy, which else would set attributes
    return [getattr(self, field.name) for field in dataclasses.fields(self)]


def _setstate(self: Any, state: list[object]) -> None:
    for field, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, field.name, value)
