"""The next assessment carries every answer over, to be confirmed, and what is to be looked back on."""

from datetime import date

from boardkit.assessment import Answer, PastForecast, PastPath, PastRange
from boardkit.decisions import Decision
from boardkit.examples import Example, shipped_example
from boardkit.following import next_assessment
from tests.support.companies import company, questionnaire

LAST: Example = shipped_example("paperclip-2026-q3")
FORECAST = PastForecast(
    made=date(2026, 12, 15), opening=200e6, paths=(PastPath(strategy="A", likely=1, p10=0, p90=2),)
)


def test_every_answer_comes_along_with_its_author_and_time_to_be_confirmed() -> None:
    last = LAST.assessment
    made = next_assessment(LAST.questionnaire, last, "n", period="Q4 2026")
    assert made.answers.keys() == last.answers.keys()
    assert all(answer.to_confirm for answer in made.answers.values())
    back = {key: a.model_copy(update={"to_confirm": False}) for key, a in made.answers.items()}
    assert back == last.answers


def test_it_is_about_the_same_company_at_another_date() -> None:
    last = LAST.assessment
    day = date(2027, 3, 16)
    made = next_assessment(LAST.questionnaire, last, "n", period="Q4 2026", board_date=day)
    assert (made.id, made.details.period, made.details.board_date) == ("n", "Q4 2026", day)
    assert made.questionnaire == last.questionnaire
    unlike = {"period", "board_date", "follows"}
    assert made.details.model_dump(exclude=unlike) == last.details.model_dump(exclude=unlike)


def test_it_says_what_it_follows() -> None:
    made = next_assessment(
        LAST.questionnaire, LAST.assessment, "n", period="Q4 2026", milestone="Q3 2026 board"
    )
    follows = made.details.follows
    assert follows is not None
    assert (follows.assessment, follows.name) == (LAST.assessment.id, "Q3 2026")
    assert (follows.milestone, follows.board_date) == (
        "Q3 2026 board",
        LAST.assessment.details.board_date,
    )


def test_ranges_are_kept_as_they_were_given() -> None:
    last = company(
        {
            "B03": {"low": 2, "likely": 5, "high": 12},
            "A02": {"seats": {"low": -1, "likely": 0, "high": 4}},
            "D04": {"low": 1, "likely": 1, "high": 1},  # no range at all
            "C06": None,
        }
    )
    follows = next_assessment(questionnaire(), last, "n", period="Q4").details.follows
    assert follows is not None
    assert follows.ranges == (
        PastRange(question="A02", part="seats", low=-1, likely=0, high=4),
        PastRange(question="B03", low=2, likely=5, high=12),
    )


def test_a_range_that_nobody_confirmed_was_not_given() -> None:
    unconfirmed = Answer(value={"low": 2, "likely": 5, "high": 12}, basis="export", to_confirm=True)
    follows = next_assessment(
        questionnaire(), company({"B03": unconfirmed}), "n", period="Q4"
    ).details.follows
    assert follows is not None
    assert follows.ranges == ()


def test_forecasts_are_kept_until_their_year_is_over() -> None:
    made, earlier = LAST.assessment, FORECAST
    for quarter, month in enumerate((3, 6, 9, 12)):
        forecast = FORECAST.model_copy(update={"made": date(2026, month, 15)})
        made = next_assessment(
            LAST.questionnaire, made, f"n{quarter}", period="", forecast=forecast
        )
    assert made.details.follows is not None
    assert [one.made.month for one in made.details.follows.forecasts] == [3, 6, 9, 12]
    later = earlier.model_copy(update={"made": date(2027, 9, 14)})
    made = next_assessment(LAST.questionnaire, made, "z", period="", forecast=later)
    assert made.details.follows is not None
    kept = [one.made for one in made.details.follows.forecasts]
    assert kept == [date(2026, 6, 15), date(2026, 9, 15), date(2026, 12, 15), date(2027, 9, 14)]


def test_what_was_asked_comes_back_with_what_is_still_unsettled_from_before() -> None:
    def asked(text: str, fate: str = "open") -> Decision:
        return Decision.model_validate({"decision": text, "fate": fate})

    first = next_assessment(
        LAST.questionnaire, LAST.assessment, "n1", period="Q4",
        decisions=(asked("Sell"), asked("Meter"), asked("Wait")),
    )  # fmt: skip
    assert first.details.decisions is None
    follows = first.details.follows
    assert follows is not None
    settled = (asked("Sell", "done"), asked("Meter", "late"), asked("Wait", "dropped"))
    first = first.with_details(follows=follows.model_copy(update={"decisions": settled}))
    second = next_assessment(
        LAST.questionnaire, first, "n2", period="Q1", decisions=(asked("Hire"),)
    )
    assert second.details.follows is not None
    assert second.details.follows.decisions == (asked("Meter", "late"), asked("Hire"))
