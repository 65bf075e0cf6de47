"""Assessments at the edges: what is longest, largest, emptiest, least familiar, and still has to look right."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from boardkit.assessment import Answer, Assessment
from boardkit.content import shipped_questionnaire
from boardkit.decisions import Decision
from boardkit.examples import shipped_example
from boardkit.questionnaire import Questionnaire
from tests.support.made_up_answers import assessment_of, level_everywhere

OURS = shipped_questionnaire()
NASTY = '<script>alert(1)</script> {{ 7 * 7 }} & "quotes" <b>bold</b>'
UNBROKEN = ("Antidisestablishmentarian" * 16)[:400]
SPOKEN = ("The Very Long and Honourable Company of Makers of Software for Other Makers " * 6)[:400]
ARABIC = "شركة الورق والدبابيس للبرمجيات"
HEBREW = "חברת המהדקים לתוכנה"
CJK = "株式会社回形針工作流程解決方案"


def exposed() -> Assessment:
    """The exposed example, which has something on every page."""
    return shipped_example("paperclip-2026-q3").assessment


def named(text: str, note: str = "") -> Assessment:
    """The exposed example with every name and free text as given."""
    found, lines = exposed(), [f"{text} {word}" for word in ("α", "β", "γ")]
    answers = dict(found.answers)
    for key, answer in answers.items():
        answers[key] = answer.model_copy(update={"author": text[:200], "note": note or text})
    table = answers["A08"]
    assert isinstance(table.value, list)
    rows = [
        {**row, "name": lines[place % 3][:200]}
        for place, row in enumerate(table.value)
        if isinstance(row, dict)
    ]
    answers["A08"] = table.model_copy(update={"value": rows})
    answers["J06"] = answers["J06"].model_copy(update={"companion": text})
    return found.model_copy(update={"answers": answers}).with_details(
        company=text, period=text, sponsor=text, classification=text,
        decisions=tuple(
            Decision(decision=text, because=text, owner=text, by=date(2027, 12, 31), cost=4e6)
            for _ in range(3)
        ),
    )  # fmt: skip


def with_values(**values: object) -> Assessment:
    """The exposed example with some answers otherwise."""
    found = exposed()
    answers = dict(found.answers)
    for key, value in values.items():
        answers[key] = answers[key].model_copy(update={"value": value})
    return found.model_copy(update={"answers": answers})


def hostile() -> Assessment:
    """Text that would be markup, endless names, long notes and too much money, all at once."""
    answers = dict(exposed().answers)
    answers["D02"] = Answer(value=NASTY, note=f"{NASTY} " + "word " * 5000, author=NASTY)
    answers["J06"] = answers["J06"].model_copy(update={"companion": "against " * 2000})
    answers["A01"] = answers["A01"].model_copy(update={"value": 123_456_789_012_345})
    return exposed().model_copy(update={"id": "hostile", "answers": answers}).with_details(
        company=UNBROKEN, sponsor=UNBROKEN, period=UNBROKEN, classification=UNBROKEN,
        decisions=(Decision(decision=NASTY, owner=UNBROKEN),),
    )  # fmt: skip


def levels(level: int) -> Assessment:
    """Every answer at one level, without doubt: scores at one end of the scale."""
    return assessment_of(OURS, level_everywhere(OURS, level), board_date=date(2026, 12, 15))


EDGE_CASES: dict[str, Callable[[], Assessment]] = {
    "nothing-answered": lambda: assessment_of(OURS, {}),
    "all-unknown": lambda: assessment_of(
        OURS, {q.id: Answer(state="dont_know") for q in OURS.questions}
    ),
    "unbroken-names": lambda: named(UNBROKEN),
    "spoken-names": lambda: named(SPOKEN),
    "long-notes": lambda: named("A note", "A word or two, " * 1667),
    "arabic": lambda: named(ARABIC),
    "hebrew": lambda: named(HEBREW),
    "cjk": lambda: named(CJK),
    "at-nought": lambda: levels(4),
    "at-a-hundred": lambda: levels(0),
    "shrinking": lambda: with_values(
        A02={
            part: {"low": -30.0, "likely": -12.5, "high": -4.0}
            for part in ("seats", "usage", "platform")
        }
    ),
    "fifteen-digits": lambda: with_values(
        A01=123_456_789_012_345.0, A06=98_765_432_109_876.0, A05=12_345_678_901_234.0
    ),
    "hostile": hostile,
}


def edge_case(name: str) -> tuple[Questionnaire, Assessment]:
    """A case with the questionnaire that it answers."""
    return OURS, EDGE_CASES[name]()
