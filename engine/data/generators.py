"""The generated sets, one row each: how to draw them, what noise does, what is attainable.

A new set is one more row of ``GENERATORS``; menus, thumbnails and tests read the table.
All of one row's randomness comes from the generator passed in, and sample k uses draws of its own: the noise slider
moves or relabels the same points, and (but for the spiral, whose points depend on their number) more samples add points
and move none.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.choices import parity_names
from engine.data.bayes import BayesError
from engine.data.checkerboard import checkerboard_bayes_error, checkerboard_posterior, sample_checkerboard
from engine.data.circle import circle_bayes_error, circle_posterior, sample_circle
from engine.data.dataset import DataSet, Floats, Task
from engine.data.gaussians import (
    blobs_bayes_error,
    blobs_posterior,
    gauss_bayes_error,
    gauss_posterior,
    sample_blobs,
    sample_gauss,
)
from engine.data.moons import moons_bayes_error, moons_posterior, sample_moons
from engine.data.parity import (
    INPUTS,
    parity_bayes_error,
    parity_posterior,
    parity_sampler,
    parity_samples,
)
from engine.data.pinwheel import pinwheel_bayes_error, pinwheel_posterior, sample_pinwheel
from engine.data.regression_surfaces import bumps_least_error, plane_least_error, sample_bumps, sample_plane
from engine.data.rings import rings_bayes_error, rings_posterior, sample_rings
from engine.data.spiral import sample_spiral, spiral_bayes_error, spiral_posterior
from engine.data.wave import sample_wave, wave_bayes_error, wave_posterior
from engine.data.xor import sample_xor, xor_bayes_error, xor_posterior
from engine.errors import ExperimentError
from engine.experiment import Data
from engine.values import dataclass

SAMPLES_RANGE = (10, 1_000_000)
NOISE_RANGE = (0.0, 50.0)  # percent
PLANE_NAMES = ("x1", "x2")

Sampler = Callable[[int, float, np.random.Generator], tuple[Floats, NDArray[Any]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Width:
    """For a set that has as many inputs as one likes: its sampler, samples and names of columns, each for n inputs."""

    sampler: Callable[[int], Sampler]
    samples: Callable[[int], int]
    names: Callable[[int], tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Generator:
    """One generated set.

    function: (samples m, noise ν = percent/100 in [0, 0.5], random generator) → x (m, 2), y (m,).
    width: for a set whose number of inputs n is the experiment's (``data.inputs``): x is (m, n) there, and function
        and default_samples are those of the default n; None for points in the plane.
    bayes_error: ν → the least attainable error (for regression: mean squared error).
    posterior: x (m, 2), ν → P(y = 1 | x) (m,) for two classes, (m, C) for more; None where it is not known.
    bounded: whether all points lie in [−6, 6]² at every noise.
    """

    name: str
    title: str
    task: Task
    default_samples: int
    default_noise: float
    noise_meaning: str
    function: Sampler
    class_names: tuple[str, ...]
    bayes_error: Callable[[float], BayesError] | None
    posterior: Callable[[Floats, float], Floats] | None
    bounded: bool
    width: Width | None = None

    def generate(self, samples: int, noise: float, rng: np.random.Generator, inputs: int = INPUTS) -> DataSet:
        """Draw the set; noise in percent, 0–50. Raises ExperimentError for numbers out of range."""
        low, high = SAMPLES_RANGE
        if isinstance(samples, bool) or not isinstance(samples, int) or not low <= samples <= high:
            raise ExperimentError("data.samples", samples, f"a whole number from {low} to {high}")
        if not NOISE_RANGE[0] <= noise <= NOISE_RANGE[1]:
            raise ExperimentError("data.noise", noise, f"percent from {NOISE_RANGE[0]:g} to {NOISE_RANGE[1]:g}")
        function: Sampler = self.function
        names: tuple[str, ...] = PLANE_NAMES
        if self.width is not None:
            function, names = self.width.sampler(inputs), self.width.names(inputs)
        x, y = function(samples, noise / 100.0, rng)
        return DataSet(x=x, y=y, feature_names=names, class_names=self.class_names, task=self.task)


def samples_of(data: Data) -> int:
    """How many samples an experiment asks for of a generated set: so many, or the set's own number."""
    row = GENERATORS[data.kind]
    return data.samples or (row.default_samples if row.width is None else row.width.samples(data.inputs))


_ROWS = (
    Generator(
        name="circle",
        title="Circle",
        task="two-class",
        default_samples=500,
        default_noise=0.0,
        noise_meaning="The label is read off up to 5 × noise away along each axis; the point itself stays.",
        function=sample_circle,
        class_names=("outside", "inside"),
        bayes_error=circle_bayes_error,
        posterior=circle_posterior,
        bounded=True,
    ),
    Generator(
        name="xor",
        title="Exclusive or",
        task="two-class",
        default_samples=500,
        default_noise=0.0,
        noise_meaning="The label is read off up to 5 × noise away along each axis; the point itself stays.",
        function=sample_xor,
        class_names=("different signs", "same sign"),
        bayes_error=xor_bayes_error,
        posterior=xor_posterior,
        bounded=True,
    ),
    Generator(
        name="gauss",
        title="Two clouds",
        task="two-class",
        default_samples=500,
        default_noise=0.0,
        noise_meaning="Both clouds spread: the variance along each axis is 0.5 + 7 × noise.",
        function=sample_gauss,
        class_names=("lower left", "upper right"),
        bayes_error=gauss_bayes_error,
        posterior=gauss_posterior,
        bounded=False,
    ),
    Generator(
        name="spiral",
        title="Spiral",
        task="two-class",
        default_samples=500,
        default_noise=0.0,
        noise_meaning="Each point is moved off its arm by up to 1 × noise along each axis.",
        function=sample_spiral,
        class_names=("second arm", "first arm"),
        bayes_error=spiral_bayes_error,
        posterior=spiral_posterior,
        bounded=True,
    ),
    Generator(
        name="moons",
        title="Moons",
        task="two-class",
        default_samples=500,
        default_noise=10.0,
        noise_meaning="Each point is moved by a Gaussian step with standard deviation 2 × noise along each axis.",
        function=sample_moons,
        class_names=("lower moon", "upper moon"),
        bayes_error=moons_bayes_error,
        posterior=moons_posterior,
        bounded=False,
    ),
    Generator(
        name="checkerboard",
        title="Checkerboard",
        task="two-class",
        default_samples=800,
        default_noise=0.0,
        noise_meaning="The label is read off up to 5 × noise away along each axis; the point itself stays.",
        function=sample_checkerboard,
        class_names=("odd field", "even field"),
        bayes_error=checkerboard_bayes_error,
        posterior=checkerboard_posterior,
        bounded=True,
    ),
    Generator(
        name="wave",
        title="Above a wave",
        task="two-class",
        default_samples=500,
        default_noise=0.0,
        noise_meaning="The label is read off up to 5 × noise higher or lower; the point itself stays.",
        function=sample_wave,
        class_names=("below", "above"),
        bayes_error=wave_bayes_error,
        posterior=wave_posterior,
        bounded=True,
    ),
    Generator(
        name="blobs",
        title="Three clouds",
        task="classes",
        default_samples=600,
        default_noise=5.0,
        noise_meaning="The three clouds spread: the variance along each axis is 0.5 + 7 × noise.",
        function=sample_blobs,
        class_names=("top", "left", "right"),
        bayes_error=blobs_bayes_error,
        posterior=blobs_posterior,
        bounded=False,
    ),
    Generator(
        name="rings",
        title="Three rings",
        task="classes",
        default_samples=600,
        default_noise=0.0,
        noise_meaning="The label is read off up to 4 × noise away along each axis; the point itself stays.",
        function=sample_rings,
        class_names=("inner ring", "middle ring", "outer ring"),
        bayes_error=rings_bayes_error,
        posterior=rings_posterior,
        bounded=True,
    ),
    Generator(
        name="pinwheel",
        title="Pinwheel",
        task="classes",
        default_samples=750,
        default_noise=0.0,
        noise_meaning="The arms fan out: points turn by a Gaussian angle of standard deviation 0.12 + noise.",
        function=sample_pinwheel,
        class_names=("arm 1", "arm 2", "arm 3", "arm 4", "arm 5"),
        bayes_error=pinwheel_bayes_error,
        posterior=pinwheel_posterior,
        bounded=True,
    ),
    Generator(
        name="reg-plane",
        title="Plane",
        task="regression",
        default_samples=1200,
        default_noise=0.0,
        noise_meaning="The height is read off up to 6 × noise away along each axis; the point itself stays.",
        function=sample_plane,
        class_names=(),
        bayes_error=plane_least_error,
        posterior=None,
        bounded=True,
    ),
    Generator(
        name="reg-gauss",
        title="Six bumps",
        task="regression",
        default_samples=1200,
        default_noise=0.0,
        noise_meaning="The height is read off up to 6 × noise away along each axis; the point itself stays.",
        function=sample_bumps,
        class_names=(),
        bayes_error=bumps_least_error,
        posterior=None,
        bounded=True,
    ),
    Generator(
        name="parity",
        title="Parity",
        task="two-class",
        default_samples=parity_samples(INPUTS),
        default_noise=0.0,
        noise_meaning="Each label is flipped with a probability equal to the noise; the inputs stay.",
        function=parity_sampler(INPUTS),
        class_names=("even", "odd"),
        bayes_error=parity_bayes_error,
        posterior=parity_posterior,
        bounded=True,
        width=Width(sampler=parity_sampler, samples=parity_samples, names=parity_names),
    ),
)

GENERATORS: dict[str, Generator] = {row.name: row for row in _ROWS}
