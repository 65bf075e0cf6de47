"""A small questionnaire and a library for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from boardkit.assessment import Details
from boardkit.library import Library
from boardkit.questionnaire import Questionnaire
from boardkit.sources import read_source


@pytest.fixture(scope="session")
def tiny() -> Questionnaire:
    """A questionnaire with a question of every type."""
    return Questionnaire.model_validate(read_source(Path(__file__).with_name("tiny.yaml")).data)


@pytest.fixture(scope="session")
def acme() -> Details:
    return Details(company="Acme", period="Q3 2026")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "library.sqlite3"


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    with Library.open(path, "Ada") as library:
        yield library
