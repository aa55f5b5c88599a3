"""The prepared data of the newest experiment, kept until one comes that needs others."""

from __future__ import annotations

from engine.data.prepare import Prepared, prepare
from engine.experiment import Experiment


class DataAtHand:
    """Of one experiment at a time: preparing may take seconds, and data may be large."""

    def __init__(self) -> None:
        self._prepared: Prepared | None = None
        self._origin: Experiment | None = None

    def of(self, experiment: Experiment) -> Prepared:
        """The data of an experiment; those at hand if nothing they depend on has changed. Raises as `prepare`."""
        if self._prepared is None or self._origin is None or not same_data(experiment, self._origin):
            self.forget()  # before the others are made: both may not fit into memory
            self._prepared = prepare(experiment)
            self._origin = experiment
        return self._prepared

    def forget(self) -> None:
        """Keep none: the next experiment's are prepared in any case."""
        self._prepared = self._origin = None


def same_data(one: Experiment, other: Experiment) -> bool:
    """Whether all that prepared data depend on is the same in both."""
    return _data_part(one) == _data_part(other)


def _data_part(experiment: Experiment) -> tuple[object, ...]:
    return experiment.data, experiment.split, experiment.features, experiment.normalize, experiment.dtype
