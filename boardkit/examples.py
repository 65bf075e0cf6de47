"""The finished examples that ship with Boardkit; every company in them is made up."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from boardkit.assessment import Assessment, Details
from boardkit.content import shipped, shipped_folder
from boardkit.errors import ContentError
from boardkit.exchange import open_file
from boardkit.questionnaire import Questionnaire


@dataclass(frozen=True)
class Example:
    """A finished assessment of a made-up company."""

    assessment: Assessment
    questionnaire: Questionnaire

    @property
    def name(self) -> str:
        """Its id, which is also the name of its file."""
        return self.assessment.id

    @property
    def details(self) -> Details:
        """The company, the meeting and the story."""
        return self.assessment.details


@cache
def shipped_examples() -> tuple[Example, ...]:
    """Every example, by name."""
    return tuple(_read(file) for file in example_files().values())


@cache
def shipped_example(name: str) -> Example:
    """The example of that name; raises ContentError when there is none."""
    files = example_files()
    if name not in files:
        raise ContentError(f"There is no example “{name}”. There are: {', '.join(files)}.")
    return _read(files[name])


def example_files() -> dict[str, Path]:
    """The file of each example, by its name, in order."""
    folders = [shipped_folder() / questionnaire / "examples" for questionnaire in shipped()]
    return dict(sorted((f.stem, f) for folder in folders for f in folder.glob("*.yaml")))


def _read(file: Path) -> Example:
    opened = open_file(file)
    return Example(opened.assessment, opened.questionnaire)
