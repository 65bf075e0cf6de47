"""Which answers changed after the result was first seen."""

from boardkit.assessment import Answer, Details
from boardkit.library import Library
from boardkit.library.revising import revised_after_seen
from boardkit.questionnaire import Questionnaire


def revised(library: Library, assessment_id: str) -> tuple[str, ...]:
    return revised_after_seen(library.history(assessment_id), library.assessment(assessment_id))


def test_only_what_says_something_else_since_counts(library: Library, tiny: Questionnaire) -> None:
    made = library.create(tiny, Details(company="Acme")).id
    for value in (0, 1):
        library.record(made, "Q01", Answer(value=value))
    assert revised(library, made) == ()  # nobody has seen a score yet
    library.see_scores(made)
    assert revised(library, made) == ()
    library.record(made, "Q01", Answer(value=2, author="Bob"))
    assert revised(library, made) == ("Q01",)
    library.record(made, "Q01", Answer(value=1, author="Bob"))
    assert revised(library, made) == ()  # as it was, whoever says it
    library.record(made, "Q01", None)
    assert revised(library, made) == ("Q01",)
