"""What is kept is what would be computed: whichever input moves, and whoever asked before."""

import numpy as np
import pytest

from boardkit.economics.equations import Projection, Values, project
from boardkit.economics.keeping import kept

YEARS, DRAWS = 7, 16


def drawn(seed: int) -> dict[str, np.ndarray]:
    """Draws of every input, which nobody can write to."""
    numbers = np.random.default_rng(seed)
    made = {name: numbers.uniform(0.05, 0.45, DRAWS) for name in Values.__slots__}
    for array in made.values():
        array.flags.writeable = False
    return made


def afresh(inputs: dict[str, np.ndarray], years: int = YEARS) -> Projection:
    """The projection of arrays that can be written to, of which nothing is kept."""
    return project(Values(**{name: array.copy() for name, array in inputs.items()}), years)


def assert_same(one: Projection, other: Projection) -> None:
    for name, array in vars(one).items():
        assert np.array_equal(array, getattr(other, name)), name


@pytest.mark.parametrize("name", Values.__slots__)
def test_whichever_input_moves_the_projection_is_that_of_all_inputs_as_they_are(name: str) -> None:
    inputs, others = drawn(1), drawn(2)
    assert_same(project(Values(**inputs), YEARS), afresh(inputs))
    moved = inputs | {name: others[name]}
    assert_same(project(Values(**moved), YEARS), afresh(moved))
    assert_same(project(Values(**moved), YEARS - 2), afresh(moved, YEARS - 2))
    assert_same(project(Values(**inputs), YEARS), afresh(inputs))


def test_the_same_arrays_are_not_computed_again() -> None:
    calls: list[int] = []

    @kept
    def doubled(array: np.ndarray, years: int) -> np.ndarray:
        calls.append(years)
        return np.asarray(array * years)

    array = drawn(1)["s"]
    first = doubled(array, 2)
    assert doubled(array, 2) is first
    assert doubled(array, 3)[0] == 3 * array[0]
    assert calls == [2, 3]
    with pytest.raises(ValueError, match="read-only"):
        first[0] = 1


def test_of_an_array_that_can_be_written_to_nothing_is_kept() -> None:
    @kept
    def doubled(array: np.ndarray) -> np.ndarray:
        return np.asarray(array * 2)

    array = np.ones(3)
    assert doubled(array)[0] == 2
    array[0] = 5
    assert doubled(array)[0] == 10


def test_by_name_nothing_can_be_given_since_it_would_not_be_told_apart() -> None:
    @kept
    def doubled(array: np.ndarray) -> np.ndarray:
        return np.asarray(array * 2)

    with pytest.raises(TypeError):
        doubled(array=np.ones(3))  # type: ignore[call-arg]  # which mypy says too
