"""``boardkit score``: how exposed a company is, how sure that is, and what to do."""

from __future__ import annotations

import argparse
from typing import Any

from boardkit.cli.arguments import add_assessment, add_command, add_json, opened, print_json


def add(commands: Any) -> None:
    """Describes the command."""
    score = add_command(commands, "score", _score, "score an assessment")
    add_assessment(score)
    add_json(score)


def _score(arguments: argparse.Namespace) -> int:
    found = opened(arguments)
    from boardkit.scoring import Scoring

    scoring = Scoring(found.questionnaire, found.assessment)
    if arguments.json:
        from boardkit.scoring.json import everything_json

        print_json(everything_json(scoring))
        return 0
    from boardkit.documents.brief import brief

    print(brief(scoring))
    return 0
