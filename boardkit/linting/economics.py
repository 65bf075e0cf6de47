"""What the forecast assumes: every symbol once, in its bounds, and with names that exist."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from boardkit.assumptions import PRIOR, SCALE, SYMBOLS, Economics, Scenario
from boardkit.english import listed
from boardkit.faults import Fault, shown, suggestion
from boardkit.questionnaire import Questionnaire
from boardkit.sources import Loc

_TOP = "economics"


def economics_faults(questionnaire: Questionnaire) -> Iterator[Fault]:
    """What keeps the forecast from being made; nothing where there is none."""
    economics = questionnaire.economics
    if economics is None:
        return
    yield from _inputs(questionnaire)
    yield from _parameters(economics)
    yield from _scenarios(economics)
    yield from _references(questionnaire, economics)


def _inputs(q: Questionnaire) -> Iterator[Fault]:
    top: Loc = ("roles", "forecast")
    for name in q.roles.forecast:
        if name.removesuffix(PRIOR) not in SYMBOLS:
            yield _no_symbol("The forecast", name, (*top, name))
    if SCALE not in q.roles.forecast:
        what = f"The forecast has no input “{SCALE}”, from which every amount is scaled."
        yield Fault(what, f"Add it under roles: forecast: {SCALE}.", top)


def _parameters(economics: Economics) -> Iterator[Fault]:
    top: Loc = (_TOP, "parameters")
    for name in economics.parameters:
        if name not in SYMBOLS:
            yield _no_symbol("The forecast", name, (*top, name))
    missing = [f"“{symbol}”" for symbol in SYMBOLS if symbol not in economics.parameters]
    if missing:
        what = f"The forecast lacks {listed(missing)}, which its equations need."
        yield Fault(what, "Declare what is missing under “parameters”.", top)


def _no_symbol(whose: str, name: str, loc: Loc) -> Fault:
    what = f"{whose} names “{name}”, which is no symbol of its equations."
    return Fault(what, suggestion(name, SYMBOLS, "Remove it."), loc)


def _scenarios(economics: Economics) -> Iterator[Fault]:
    seen: set[str] = set()
    for i, scenario in enumerate(economics.scenarios):
        loc: Loc = (_TOP, "scenarios", i)
        if scenario.id in seen:
            what = f"“{scenario.id}” is already the id of another scenario."
            yield Fault(what, "Give this scenario one of its own.", (*loc, "id"))
        seen.add(scenario.id)
        yield from _values(economics, scenario, (*loc, "values"))


def _values(economics: Economics, scenario: Scenario, loc: Loc) -> Iterator[Fault]:
    whose = f"Scenario {scenario.id}"
    for name, value in scenario.values.items():
        parameter = economics.parameters.get(name)
        if name not in SYMBOLS:
            yield _no_symbol(whose, name, (*loc, name))
        elif parameter is not None and not parameter.admits(value):
            what = f"{whose} sets {name} to {shown(value)}, which is out of its bounds."
            least, most = shown(parameter.minimum), shown(parameter.maximum)
            yield Fault(what, f"Give a value from {least} to {most}.", (*loc, name))


def _references(q: Questionnaire, economics: Economics) -> Iterator[Fault]:
    people = [person.id for person in q.people]
    for name, parameter in economics.parameters.items():
        if parameter.owner not in people:
            loc: Loc = (_TOP, "parameters", name, "owner")
            what = f"Parameter {name} names “{parameter.owner}”, which is no person."
            yield Fault(what, suggestion(parameter.owner, people, "Add it under “people”."), loc)
    facts = [fact.id for fact in q.facts]
    for loc, fact, whose in economics_citations(q):
        if fact not in facts:
            what = f"{whose} names “{fact}”, which is no fact."
            yield Fault(what, suggestion(fact, facts, "Name a fact that exists, or add it."), loc)


Citation = tuple[Loc, str, str]  # where a fact is named, the fact, and who names it


def economics_citations(questionnaire: Questionnaire) -> Iterator[Citation]:
    """Each fact that the forecast's assumptions name."""
    economics = questionnaire.economics
    if economics is None:
        return
    for name, parameter in economics.parameters.items():
        loc: Loc = (_TOP, "parameters", name, "facts")
        yield from _cited(loc, parameter.facts, f"Parameter {name}")
    loc = (_TOP, "plausibility")
    for i, case in enumerate(economics.plausibility.ai_shares):
        yield (*loc, "ai_shares", i, "fact"), case.fact, f"The AI share of {case.name}"
    yield from _cited((*loc, "spend_facts"), economics.plausibility.spend_facts, "Spend growth")


def _cited(loc: Loc, facts: Iterable[str], whose: str) -> Iterator[Citation]:
    for i, fact in enumerate(facts):
        yield (*loc, i), fact, whose
