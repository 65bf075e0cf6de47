"""Words and numbers in a sentence, as one says them."""

import pytest

from boardkit.english import (
    counted,
    in_sentence,
    listed,
    sentence,
    spelled,
    spelled_count,
    with_article,
)


def test_texts_are_joined_as_people_do() -> None:
    assert listed([]) == ""
    assert listed(["a"]) == "a"
    assert listed(["a", "b"]) == "a and b"
    assert listed((one for one in "abc"), "or") == "a, b or c"


@pytest.mark.parametrize(
    ("number", "said"),
    [(0, "0 answers"), (1, "1 answer"), (14, "14 answers"), (1012, "1,012 answers")],
)
def test_things_are_counted_in_figures(number: int, said: str) -> None:
    assert counted(number, "answer") == said


@pytest.mark.parametrize(
    ("number", "said"), [(0, "no moves"), (1, "one move"), (12, "twelve moves"), (13, "13 moves")]
)
def test_few_things_are_counted_in_words(number: int, said: str) -> None:
    assert spelled_count(number, "move") == said
    assert said.startswith(spelled(number))


def test_a_title_loses_its_capital_inside_a_sentence_unless_it_is_an_abbreviation() -> None:
    assert in_sentence("Resale readiness") == "resale readiness"
    assert in_sentence("EU revenue") == "EU revenue"
    assert in_sentence("") == ""


def test_a_sentence_starts_with_a_capital() -> None:
    assert sentence("two of them, as EU law asks") == "Two of them, as EU law asks"
    assert sentence("") == ""


@pytest.mark.parametrize(("noun", "said"), [("score", "a score"), ("option", "an option")])
def test_a_noun_has_its_article(noun: str, said: str) -> None:
    assert with_article(noun) == said
