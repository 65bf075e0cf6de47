"""The board pack: what each page says, as values that its template only has to place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from boardkit import __version__
from boardkit.answer_texts import answer_lines, check_message
from boardkit.assessment import Answer, Assessment
from boardkit.documents.pictures import Pictures
from boardkit.documents.rendering import SHEETS, Paper, html, pdf, stamp
from boardkit.documents.wording import Wording
from boardkit.formats import Formats
from boardkit.questionnaire import Conflict, Fact, Questionnaire
from boardkit.questions import Question
from boardkit.reading import Reading, Standing
from boardkit.references import Reference
from boardkit.scoring.distributions import Pert
from boardkit.scoring.result import IndicatorResult, Result


@dataclass(frozen=True)
class Tile:
    """One of the figures at the head of the summary."""

    figure: str
    label: str
    note: str


@dataclass(frozen=True)
class AnswerRow:
    """One question in the reference pages."""

    id: str
    text: str
    lines: tuple[str, ...]
    quiet: bool  # nothing was said: not asked, not answered, don't know
    basis: str
    weak: bool  # not proven by its basis
    credit: str
    weight: str
    stake: str
    note: str
    source: str  # who, when, and what backs it


@dataclass(frozen=True)
class AnswerSection:
    """The questions of one section."""

    title: str
    rows: tuple[AnswerRow, ...]


@dataclass(frozen=True)
class Pack:
    """Everything that the template places."""

    wording: Wording
    pictures: Pictures
    tiles: tuple[Tile, ...]
    disagreements: tuple[str, ...]
    missing: tuple[str, ...]
    stakes: tuple[tuple[str, str, str], ...]  # title, points, question id
    favoured: tuple[str, str] | None  # what the board favoured, and the case against it
    sections: tuple[AnswerSection, ...]
    facts: tuple[Fact, ...]
    conflicts: tuple[Conflict, ...]
    counter: tuple[Fact, ...]
    unscored: tuple[str, ...]
    position_title: str
    inward: str  # what full marks on the weakest basis count as; nothing where none is weak
    half_covers: float  # percent that a way out of half the score covers


class BoardPack:
    """One assessment's board pack on one paper."""

    def __init__(
        self,
        questionnaire: Questionnaire,
        assessment: Assessment,
        result: Result,
        references: Sequence[Reference] = (),
        *,
        paper: Paper = "a4",
        locale: str = "en",
    ) -> None:
        self.questionnaire = questionnaire
        self.assessment = assessment
        self.result = result
        self.references = tuple(references)
        self.paper = paper
        self.formats = Formats(locale, assessment.details.currency)
        self.reading = Reading(questionnaire, assessment)
        self.wording = Wording(result, questionnaire.methodology, assessment.details, self.formats)

    def pdf(self) -> bytes:
        """The pack as PDF; raises RenderingError."""
        digest = self.result.questionnaire_digest[:16] + self.assessment.id
        return pdf(self.html(), identifier=digest.encode())

    def html(self) -> str:
        """The pack as the HTML that is laid out."""
        changed = self.changed_at()
        method = self.questionnaire.methodology
        return html(
            "board-pack/pack.html.j2",
            pack=self.pack(),
            details=self.assessment.details,
            questionnaire=self.questionnaire,
            method=method,
            names={
                **{dimension.id: dimension.title for dimension in method.dimensions},
                **{composite.id: composite.title for composite in method.composites},
            },
            result=self.result,
            formats=self.formats,
            sheet=SHEETS[self.paper],
            version=__version__,
            assessment=self.assessment,
            created=stamp(changed),
            day=self.formats.day(changed) if self._has_times() else "",
        )

    def changed_at(self) -> datetime:
        """When the newest answer was given; the epoch when none carries a time."""
        times = [answer.at for answer in self.assessment.answers.values() if answer.at is not None]
        return max(times, default=datetime(1970, 1, 1, tzinfo=UTC)).astimezone(UTC)

    def _has_times(self) -> bool:
        return any(answer.at for answer in self.assessment.answers.values())

    def pack(self) -> Pack:
        """The values that the template places."""
        facts = self._facts()
        verdict = self.questionnaire.methodology.verdict
        counter = verdict.counter_evidence if verdict else ()
        used = {conflict for fact in facts for conflict in fact.conflicts}
        return Pack(
            wording=self.wording,
            pictures=Pictures(
                self.questionnaire, self.assessment, self.result, self.references,
                width=SHEETS[self.paper].width, formats=self.formats,
            ),
            tiles=self._tiles(),
            disagreements=self._disagreements(),
            missing=self._missing(),
            stakes=tuple(
                (i.title, self.wording.stake(i), i.question)
                for i in self.wording.largest_stakes()
            ),
            favoured=self._favoured(),
            sections=self._sections(),
            facts=facts,
            conflicts=tuple(c for c in self.questionnaire.conflicts if c.id in used),
            counter=tuple(self.questionnaire.fact(fact_id) for fact_id in counter),
            unscored=tuple(
                self.questionnaire.methodology.dimension(d).title
                for d in self.result.unscored_dimensions
            ),
            position_title=self._position_title(),
            inward=self._inward(),
            half_covers=100 * 0.5**self.questionnaire.methodology.headline.cover_exponent,
        )  # fmt: skip

    def _position_title(self) -> str:
        role = self.questionnaire.roles.position
        return "" if role is None else self.questionnaire.question(role.table).short

    def _inward(self) -> str:
        method = self.questionnaire.methodology
        weakest = max(method.basis, key=lambda basis: basis.half_width)
        if weakest.half_width == 0:
            return ""
        mean = Pert.around(100, weakest.half_width, method.pert_lambda).mean
        return f"100 on {weakest.title.lower()} counts as {self.formats.number(mean)}"

    def _tiles(self) -> tuple[Tile, ...]:
        head, say = self.result.headline, self.wording.score
        band = head.band.title if head.band else "too early to say"
        proven = f"{say(head.proven)} as proven" if head.proven is not None else ""
        if head.too_early:
            coverage = head.coverage
            enough = f"{coverage.answered} / {coverage.needed}"
            tiles = [Tile(enough, "Answers needed to name a band", f"{say(head.claimed)} so far")]
        else:
            tiles = [Tile(say(head.claimed), head.title, f"{band}; {proven}" if proven else band)]
        for composite_id in self.questionnaire.methodology.headline.covered_by:
            composite = self.result.composite(composite_id)
            note = f"{say(composite.proven)} as proven"
            if any(gate.lowers for gate in composite.gates):
                note = f"capped; {note}"
            tiles.append(Tile(say(composite.claimed), composite.title, note))
        counts = self.result.counts
        scored = [
            i for i in self.result.indicators if i.standing is Standing.ANSWERED and i.weight > 0
        ]
        firm = sum(i.weight for i in scored if i.proven) / max(sum(i.weight for i in scored), 1e-12)
        share = self.formats.percent(100 * firm, 0) if scored else "–"
        tiles.append(
            Tile(
                share, "Answers proven, by weight", f"{counts.answered} of {counts.asked} answered"
            )
        )
        return tuple(tiles)

    def _disagreements(self) -> tuple[str, ...]:
        checks = {check.id: check for check in self.questionnaire.checks}
        return tuple(
            check_message(checks[d.id], self.reading, self.formats)
            for d in self.result.disagreements
        )

    def _missing(self) -> tuple[str, ...]:
        """The scored questions without an answer, heaviest first."""
        open_ = (Standing.OPEN, Standing.DONT_KNOW)
        gaps = [i for i in self.result.indicators if i.standing in open_ and i.weight > 0]
        titles = [i.title for i in sorted(gaps, key=lambda i: -i.weight)]
        return tuple(dict.fromkeys(titles))

    def _favoured(self) -> tuple[str, str] | None:
        role = self.questionnaire.roles.prior_view
        answer = self.reading.answer(role) if role else None
        if role is None or answer is None or not answer.is_answered:
            return None
        question = self.questionnaire.question(role)
        return answer_lines(question, answer, self.formats)[0], answer.companion

    def _sections(self) -> tuple[AnswerSection, ...]:
        indicators: dict[str, IndicatorResult] = {}
        for indicator in self.result.indicators:
            if indicator.weight > 0 or indicator.question not in indicators:
                indicators[indicator.question] = indicator
        sections = []
        for section in self.questionnaire.sections:
            rows = tuple(
                self._row(question, indicators.get(question.id))
                for question in section.questions
                if question.printed and self.reading.standing(question.id) is not Standing.OUT
            )
            if rows:
                sections.append(AnswerSection(section.title, rows))
        return tuple(sections)

    def _row(self, question: Question, indicator: IndicatorResult | None) -> AnswerRow:
        standing = self.reading.standing(question.id)
        answer = self.reading.answer(question.id)
        given = answer is not None and answer.is_answered
        basis, weak = self._basis(question, answer)
        scored = indicator is not None and indicator.weight > 0
        return AnswerRow(
            id=question.id,
            text=question.text,
            lines=_lines(standing, question, answer, self.formats),
            quiet=not given,
            basis=basis,
            weak=weak,
            credit=self._credit(indicator) if scored else "",
            weight=self.formats.percent(100 * indicator.weight) if scored and indicator else "",
            stake=self.wording.stake(indicator) if scored and indicator else "",
            note=answer.note if answer else "",
            source=self._source(answer),
        )

    def _basis(self, question: Question, answer: Answer | None) -> tuple[str, bool]:
        method = self.questionnaire.methodology
        if answer is None or not answer.is_answered:
            return "", False
        named = list(dict.fromkeys(answer.bases.values())) or (
            [answer.basis] if answer.basis else []
        )
        if not named:
            return ("Not stated", True) if question.score else ("", False)
        found = [method.basis_of(basis) for basis in named]
        return " / ".join(basis.title for basis in found), any(not b.proves for b in found)

    def _credit(self, indicator: IndicatorResult | None) -> str:
        if indicator is None:
            return ""
        if indicator.credit is None:
            return f"({self.formats.number(indicator.mean, 0)})"
        return self.formats.number(indicator.credit, 0)

    def _source(self, answer: Answer | None) -> str:
        if answer is None:
            return ""
        who = ", ".join(part for part in (answer.author, self.formats.day(answer.at)) if part)
        evidence = "; ".join(one.title for one in answer.evidence)
        facts = "Public: " + ", ".join(answer.facts) if answer.facts else ""
        return ". ".join(part for part in (who, evidence, facts) if part)

    def _facts(self) -> tuple[Fact, ...]:
        """Facts that stand beside an asked question, or against the thesis."""
        verdict = self.questionnaire.methodology.verdict
        cited = set(verdict.counter_evidence if verdict else ())
        for question in self.reading.asked():
            cited.update(question.facts)
        return tuple(fact for fact in self.questionnaire.facts if fact.id in cited)


def _lines(
    standing: Standing, question: Question, answer: Answer | None, formats: Formats
) -> tuple[str, ...]:
    if standing is Standing.HIDDEN:
        return ("Not asked",)
    if answer is None:
        return ("Not answered",)
    return answer_lines(question, answer, formats)
