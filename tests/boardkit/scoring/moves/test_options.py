"""The options considered, against trying every set inside one part of the method."""

from itertools import combinations, product

import pytest

from boardkit.examples import shipped_example
from boardkit.scoring.engine import Scoring
from boardkit.scoring.moves import Option, options, smallest_moves
from boardkit.scoring.moves.raising import Raise, raised, raises_of


def of(name: str) -> tuple[Scoring, tuple[Option, ...]]:
    example = shipped_example(name)
    scoring = Scoring(example.questionnaire, example.assessment)
    return scoring, options(scoring)


def inside(scoring: Scoring, composite: str) -> list[tuple[Raise, ...]]:
    """The ways to raise each question whose dimension the composite holds."""
    members = {member.of for member in scoring.method.composite(composite).members}
    indicators = scoring.scheme.indicators
    return [
        ways
        for ways in raises_of(scoring).values()
        if indicators[ways[0].row].score.dimension in members
    ]


@pytest.mark.parametrize("name", ["paperclip-2026-q3", "switchback-2026-q3", "dustjacket-2026-q3"])
def test_each_keeps_to_its_part_and_none_is_smaller_than_the_smallest_of_all(name: str) -> None:
    scoring, found = of(name)
    assert [one.composite for one in found] == ["G", "F", "R"]
    least = smallest_moves(scoring)
    for one in found:
        allowed = {ways[0].question for ways in inside(scoring, one.composite)}
        assert {move.question for move in one.moves.moves} <= allowed | {None}
        if one.moves.state == "reached":
            assert len(one.moves.moves) >= len(least.moves)


@pytest.mark.parametrize("composite", ["G", "F"])
def test_no_smaller_set_inside_the_part_reaches_the_next_band(composite: str) -> None:
    scoring, found = of("paperclip-2026-q3")
    moves = next(one.moves for one in found if one.composite == composite)
    assert moves.state == "reached"
    assert moves.after is not None
    assert moves.after < 35
    for chosen in combinations(inside(scoring, composite), len(moves.moves) - 1):
        # The most of each is the best that so many can do: none of them does harm.
        for ways in product(*(each[-1:] for each in chosen)):
            headline = raised(scoring, ways).claimed.headline
            assert headline is not None
            assert headline >= 35


@pytest.mark.parametrize("name", ["half-timbered-2026-q3", "lanternfish-2026-q3"])
def test_where_there_is_no_next_band_there_are_none(name: str) -> None:
    assert of(name)[1] == ()
