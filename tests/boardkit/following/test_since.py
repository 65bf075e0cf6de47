"""What the next pack says of last time."""

from datetime import date

from boardkit.assessment import Follows, PastForecast, PastPath
from boardkit.decisions import Decision
from boardkit.documents.board_pack import BoardPack
from boardkit.documents.material import gathered
from boardkit.examples import shipped_example
from boardkit.following import next_assessment
from boardkit.following.since import since_last_time
from boardkit.formats import Formats
from boardkit.reading import Reading
from tests.support.pdf_texts import page_texts

EXAMPLE = shipped_example("paperclip-2026-q3")
DAY = date(2027, 3, 30)
FORECAST = PastForecast(
    made=date(2026, 3, 31), opening=180e6,
    paths=(
        PastPath(strategy="do_nothing", likely=190e6, p10=185e6, p90=199e6),
        PastPath(strategy="both", likely=190e6, p10=185e6, p90=199e6),
    ),
)  # fmt: skip
FOLLOWING = next_assessment(
    EXAMPLE.questionnaire, EXAMPLE.assessment, "n", period="Q4 2026", board_date=DAY,
    decisions=(Decision(decision="Meter every call."),), forecast=FORECAST,
)  # fmt: skip


def test_it_says_what_is_to_be_confirmed_and_what_became_of_the_rest() -> None:
    said = since_last_time(Reading(EXAMPLE.questionnaire, FOLLOWING), DAY, Formats())
    assert said[0] == "81 answers are still to be confirmed, 100% of what is asked."
    assert said[1].startswith("The evidence of ")
    assert said[2] == "The one decision of last time is not yet reported on."
    assert said[3].endswith("ranges given last time, none has been measured since.")
    assert len(said) == 4  # ARR is not confirmed, so that no forecast can be held against it


def test_of_the_forecasts_only_doing_nothing_is_told() -> None:
    arr = FOLLOWING.answers["A01"].model_copy(update={"to_confirm": False})
    confirmed = FOLLOWING.with_answer("A01", arr)
    said = since_last_time(Reading(EXAMPLE.questionnaire, confirmed), DAY, Formats())
    assert [one for one in said if "was forecast" in one] == [
        "On 31 March 2026 “Do nothing” was forecast to bring ARR of between $185m and $199m after a "
        "year; it is $200m, above all but one in ten of the forecast’s outcomes."
    ]


def test_an_assessment_that_follows_none_says_nothing() -> None:
    reading = Reading(EXAMPLE.questionnaire, EXAMPLE.assessment)
    assert since_last_time(reading, DAY, Formats()) == ()
    bare = EXAMPLE.assessment.with_details(follows=Follows(assessment="before"))
    assert since_last_time(Reading(EXAMPLE.questionnaire, bare), DAY, Formats()) == ()


def test_the_summary_prints_it_and_stays_one_page() -> None:
    pack = BoardPack(gathered(EXAMPLE.questionnaire, FOLLOWING)).pdf()
    (summary,) = [text for text in page_texts(pack) if "Since last time" in text]
    assert "81 answers are still to be confirmed, 100% of what is asked." in summary
    assert "In this pack" in summary
