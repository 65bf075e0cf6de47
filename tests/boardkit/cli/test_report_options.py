"""``boardkit report`` can say everything that the report page can."""

from __future__ import annotations

import argparse

from boardkit.assessment import Details
from boardkit.cli import reporting
from boardkit.pack_options import PackOptions

ELSEWHERE = {  # in an assessment, but no matter of a document: said where it is answered or edited
    "company", "period", "currency", "modules", "fictional", "story", "forecast", "pack",
    "decisions", "follows",
}  # fmt: skip


def options() -> set[str]:
    parser = argparse.ArgumentParser()
    reporting.add(parser.add_subparsers())
    (commands,) = (one for one in parser._actions if one.dest not in ("help",))
    assert isinstance(commands.choices, dict)
    return {action.dest for action in commands.choices["report"]._actions}


def test_every_option_of_a_document_is_one_of_the_command() -> None:
    assert set(PackOptions.model_fields) <= options()
    assert set(reporting.OPTIONS) | {"logo"} == set(PackOptions.model_fields)


def test_everything_about_the_meeting_is_one_of_the_command() -> None:
    meeting = set(Details.model_fields) - ELSEWHERE
    assert meeting == set(reporting.DETAILS)
    assert meeting <= options()
