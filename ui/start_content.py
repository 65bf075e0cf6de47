"""What the start page says of the questionnaire and of the examples, read in the background."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from boardkit.examples import Example
    from boardkit.questionnaire import Questionnaire
    from ui.jobs import Progress


class Sample(NamedTuple):
    """One example, as it is offered."""

    name: str
    company: str
    title: str  # “Q3 2026 · fictional”
    story: str


class StartContent(NamedTuple):
    """The question, how long it takes, and what there is to look at."""

    questionnaire: Questionnaire
    samples: tuple[Sample, ...]

    @property
    def time(self) -> str:
        """“Core takes about 40 minutes; Money adds 25 and Depth 25.”"""
        modules = self.questionnaire.modules
        first = [m for m in modules if m.always] or list(modules[:1])
        base = self._minutes(tuple(m.id for m in first))
        others = [module for module in modules if module not in first]
        added = [
            f"{m.title}{'' if number else ' adds'} {self._minutes((m.id,)).removesuffix(' minutes')}"
            for number, m in enumerate(others)
        ]
        sentence = f"{_listed([m.title for m in first])} takes about {base}"
        return f"{sentence}; {_listed(added)}." if added else f"{sentence}."

    def _minutes(self, modules: tuple[str, ...]) -> str:
        from boardkit.durations import minutes_of, minutes_text

        return minutes_text(minutes_of(self.questionnaire.asked_in(modules)))


def is_read() -> bool:
    """Whether the content has been read before, so that reading it again takes no time."""
    import sys

    examples = sys.modules.get("boardkit.examples")
    return examples is not None and bool(examples.shipped_examples.cache_info().currsize)


def read_content(progress: Progress | None = None) -> StartContent:
    """The questionnaire and the examples that ship with Boardkit; raises ContentError."""
    from boardkit.content import shipped_questionnaire
    from boardkit.examples import shipped_examples

    questionnaire = shipped_questionnaire()
    if progress is not None:
        progress.check()
    samples = tuple(_sample(e) for e in shipped_examples() if e.questionnaire == questionnaire)
    return StartContent(questionnaire, samples)


def _sample(example: Example) -> Sample:
    from boardkit.reading import Reading

    details = example.details
    asked = Reading(example.questionnaire, example.assessment).asked()
    answered = sum(question.id in example.assessment.answers for question in asked)
    parts = [
        details.period,
        "fictional" if details.fictional else "",
        "" if answered > 0.9 * len(asked) else f"{answered} of {len(asked)} answered so far",
    ]
    return Sample(
        example.name,
        details.company,
        " · ".join(part for part in parts if part),
        " ".join(details.story.split()),
    )


def latest(samples: tuple[Sample, ...]) -> tuple[Sample, ...]:
    """One a company, the last of those that are listed."""
    return tuple({sample.company: sample for sample in samples}.values())


def _listed(words: list[str]) -> str:
    return " and ".join(part for part in (", ".join(words[:-1]), words[-1]) if part)
