"""``boardkit milestones``: the states of an assessment that were given a name."""

from __future__ import annotations

import argparse
from typing import Any

from boardkit.cli.arguments import add_assessment, add_command, add_json, opened, print_json


def add(commands: Any) -> None:
    """Describes the command."""
    milestones = add_command(
        commands, "milestones", _milestones, "list the milestones that a file keeps"
    )
    add_assessment(milestones)
    add_json(milestones)


def _milestones(arguments: argparse.Namespace) -> int:
    from boardkit.formats import Formats
    from boardkit.library import milestones_in
    from boardkit.scoring.headline_note import headline_text

    found = opened(arguments)
    kept = milestones_in(found.history)
    if arguments.json:
        print_json([_plain(one) for one in kept])
        return 0
    formats = Formats("en", found.assessment.details.currency)
    for one in kept:
        by = f" by {one.author}" if one.author else ""
        version = f"questionnaire version {one.questionnaire.version}"
        print(f"{one.name}: kept on {formats.day(one.at)}{by}, {version}")
        headline = headline_text(one.headline, formats)
        if headline:
            print(f"  {headline}")
    if not kept:
        print("No milestones are kept in it.")
    return 0


def _plain(milestone: Any) -> dict[str, Any]:
    plain: dict[str, Any] = milestone.model_dump(mode="json")
    return plain
