"""What a questionnaire says became of the questions of earlier versions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from boardkit.faults import Fault, suggestion
from boardkit.migration_maps import Migration
from boardkit.questionnaire import Questionnaire
from boardkit.sources import Loc


def migration_faults(questionnaire: Questionnaire) -> Iterator[Fault]:
    """Maps that lead from the wrong version, twice to the same place, or nowhere."""
    seen: set[str] = set()
    for i, migration in enumerate(questionnaire.migrations):
        loc: Loc = ("migrations", i)
        if _number(migration.earlier) >= _number(questionnaire.version):
            what = (
                f"This migration is from {migration.earlier}, and the questionnaire is "
                f"{questionnaire.version}."
            )
            yield Fault(what, "Write the earlier version that it leads from.", (*loc, "from"))
        if migration.earlier in seen:
            what = f"There is another migration from {migration.earlier}."
            yield Fault(what, "Put all of it into one.", (*loc, "from"))
        seen.add(migration.earlier)
        yield from _unknown(questionnaire, migration, loc)
        yield from _twice(migration.old_ids(), loc, "of the earlier version")
        yield from _twice(migration.new_ids(), loc, "of this version")
        yield from _still_asked(questionnaire, migration, loc)


def _number(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))


def _unknown(questionnaire: Questionnaire, migration: Migration, loc: Loc) -> Iterator[Fault]:
    known = [question.id for question in questionnaire.questions]
    for inner, name in migration.new_ids():
        if name not in known:
            what = f"The migration from {migration.earlier} names “{name}”, which is no question."
            remedy = suggestion(name, known, "Name a question of this version.")
            yield Fault(what, remedy, (*loc, *inner))


def _twice(
    listed: Iterable[tuple[tuple[str | int, ...], str]], loc: Loc, whose: str
) -> Iterator[Fault]:
    seen: set[str] = set()
    for inner, name in listed:
        if name in seen:
            what = f"Question {name} {whose} is listed twice."
            yield Fault(what, "Say once what became of it.", (*loc, *inner))
        seen.add(name)


def _still_asked(questionnaire: Questionnaire, migration: Migration, loc: Loc) -> Iterator[Fault]:
    """An id that is used again must be listed as new: else its old answer seems to be meant."""
    taken = {name for _, name in migration.new_ids()}
    for i, one in enumerate(migration.retired):
        if questionnaire.has_question(one.was) and one.was not in taken:
            what = f"{one.was} is retired, and this version asks a question of that id."
            yield Fault(what, "List it under “new” too, or keep it.", (*loc, "retired", i, "was"))
