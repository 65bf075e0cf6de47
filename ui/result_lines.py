"""What the result page says of a session, as plain values that its widgets only have to place."""

from __future__ import annotations

from dataclasses import dataclass

from boardkit.answer_texts import amounts_to_ask, answer_lines, check_message
from boardkit.documents.dimension_groups import GroupedDimension, color_name, dimension_groups
from boardkit.documents.wording import Wording
from boardkit.questionnaire import Questionnaire
from boardkit.questions import Question
from boardkit.reading import Standing
from boardkit.scoring.result import CompositeResult, HeadlineResult, IndicatorResult
from boardkit.scoring.spreads import Interval
from boardkit.tracing import questions_of_condition, questions_of_formula
from ui.session import Session
from ui.walk import Walk


@dataclass(frozen=True)
class QuestionLine:
    """One question of a dimension."""

    id: str
    text: str
    answer: str
    quiet: bool  # nothing was said
    basis: str
    weak: bool  # its basis does not prove it
    credit: str

    @property
    def says(self) -> str:
        """The whole row, for those who hear it."""
        parts = (f"{self.id}: {self.text}", self.answer, self.basis, f"credit {self.credit}")
        return ". ".join(part.rstrip(".") for part in parts if part)


@dataclass(frozen=True)
class DimensionLine:
    """One dimension, with scores in the direction in which they are printed."""

    id: str
    title: str
    claimed: float | None
    proven: float | None  # None when it is the same
    figure: str
    aside: str  # its 80% range, and what is proven
    interval: Interval | None
    questions: tuple[QuestionLine, ...]

    @property
    def says(self) -> str:
        """The row, for those who hear it."""
        aside = self.aside.replace("–", " to ").replace(" · ", ", ")
        return f"{self.title}: {self.figure}{f', {aside}' if aside else ''}"


@dataclass(frozen=True)
class GroupLine:
    """The dimensions of one score."""

    id: str
    title: str
    measure: str  # what long bars mean
    color: str  # the name of a chart colour
    dimensions: tuple[DimensionLine, ...]


@dataclass(frozen=True)
class Link:
    """A question to go to."""

    id: str
    text: str


@dataclass(frozen=True)
class Remark:
    """A sentence or two, with the questions that it is about."""

    title: str
    text: str
    links: tuple[Link, ...]


class ResultLines:
    """Everything that the page says, for one state of the answers."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.result = session.result
        self.formats = session.formats
        self.reading = session.reading
        self.questionnaire: Questionnaire = session.questionnaire
        method = self.questionnaire.methodology
        intervals = session.intervals
        assert intervals is not None, "a result is told once it is known how sure it is"
        self.intervals = intervals
        self.wording = Wording(session.result, method, session.details, session.formats, intervals)
        self._walk = Walk(session.reading, session.confirming)

    # Scores

    def color(self, composite_id: str) -> str:
        """The name of the chart colour that a composite has."""
        return color_name(self.questionnaire.methodology, composite_id)

    def about(self, score: HeadlineResult | CompositeResult) -> str:
        """How sure a score is, how much of it is proven and what does not apply, a sentence each."""
        figures = self.wording.figures
        told = [self.wording.how_sure.range(score.id)]
        if score.claimed is not None and score.proven is not None:
            claimed, proven = figures.score(score.claimed), figures.score(score.proven)
            if claimed != proven:
                told.append(f"Counting only what is proven, it is {proven}.")
            elif self.weak:
                told.append("Counting only what is proven, it is the same.")
        if score is not self.result.headline or score.bridge is None:  # it is said below the bridge
            told.append(self.wording.how_sure.bounds(score.bounds))
        return " ".join(part for part in told if part)

    @property
    def weak(self) -> str:
        """What the bases that prove nothing are called: nothing when all prove."""
        return self.questionnaire.methodology.weak_basis

    def bounds(self) -> str:
        """What the headline would be if what does not apply did."""
        return self.wording.how_sure.bounds(self.result.headline.bounds)

    def how_sure(self) -> str:
        """How sure the conclusion is, once scores are shown; never is a verdict stated without."""
        how_sure = self.wording.how_sure
        if self.result.headline.too_early:
            return ""
        return " ".join(part for part in (how_sure.conclusion(), how_sure.ahead()) if part)

    def groups(self) -> tuple[GroupLine, ...]:
        """The dimensions, by the score that they belong to."""
        method = self.questionnaire.methodology
        return tuple(
            GroupLine(
                group.composite.id, group.composite.title, group.measure,
                self.color(group.composite.id),
                tuple(self._dimension(one) for one in group.dimensions),
            )
            for group in dimension_groups(self.result, method, self.intervals)
        )  # fmt: skip

    def _dimension(self, grouped: GroupedDimension) -> DimensionLine:
        dimension, figures = grouped.result, self.wording.figures
        claimed, proven, interval = dimension.claimed, dimension.proven, grouped.interval
        if claimed is None or proven is None or figures.score(claimed) == figures.score(proven):
            proven = None
        aside = []
        if claimed is not None and interval is not None:
            low, high = figures.ends(interval)
            interval = interval if low != high else None
            aside += [f"{low}–{high}"] if low != high else []
        if proven is not None:
            aside.append(f"{figures.score(proven)} proven")
        return DimensionLine(
            id=dimension.id,
            title=dimension.title,
            claimed=claimed,
            proven=proven,
            figure=figures.score(claimed) if claimed is not None else "–",
            aside=" · ".join(aside) if claimed is not None else "too little applies",
            interval=interval if claimed is not None else None,
            questions=self._questions(dimension.id),
        )

    def _questions(self, dimension_id: str) -> tuple[QuestionLine, ...]:
        found: dict[str, QuestionLine] = {}
        for indicator in self.result.indicators:
            if indicator.dimension != dimension_id:
                continue
            asked = indicator.standing not in (Standing.OUT, Standing.HIDDEN)
            if asked and (indicator.weight > 0 or indicator.question not in found):
                found[indicator.question] = self._question(indicator)
        return tuple(found.values())

    def _question(self, indicator: IndicatorResult) -> QuestionLine:
        question = self.questionnaire.question(indicator.question)
        answer = self.reading.answer(question.id)
        given = answer is not None and answer.is_answered
        said = "Not answered yet"
        if answer is not None:
            said = "; ".join(answer_lines(question, answer, self.formats))
        return QuestionLine(
            id=question.id,
            text=question.text,
            answer=said,
            quiet=not given,
            basis=self._basis(indicator) if given else "",
            weak=given and not indicator.proven,
            credit=self._credit(indicator),
        )

    def _basis(self, indicator: IndicatorResult) -> str:
        if indicator.basis is None:
            return "Basis not stated"
        return self.questionnaire.methodology.basis_of(indicator.basis).title

    def _credit(self, indicator: IndicatorResult) -> str:
        if indicator.weight <= 0:
            return ""
        if indicator.credit is None:
            return f"({self.formats.number(indicator.mean, 0)})"
        return self.formats.number(indicator.credit, 0)

    # What deserves a look

    def links(self, questions: tuple[Question, ...]) -> tuple[Link, ...]:
        """Links to questions, the scored ones that weigh most first."""
        weights: dict[str, float] = {}
        for indicator in self.result.indicators:
            weights[indicator.question] = max(
                weights.get(indicator.question, 0.0), indicator.weight
            )
        ranked = sorted(questions, key=lambda q: -weights.get(q.id, 0.0))
        return tuple(self.link(question.id) for question in ranked)

    def link(self, question_id: str) -> Link:
        """A link to one question."""
        return Link(question_id, self.questionnaire.question(question_id).short)

    def open(self) -> tuple[Link, ...]:
        """Questions without any answer."""
        return self.links(self._walk.review("open"))

    def unknown(self) -> tuple[Link, ...]:
        """Questions answered with “don't know”."""
        return self.links(self._walk.review("unknown"))

    def on_judgement(self) -> tuple[Link, ...]:
        """Scored questions whose answers no basis proves."""
        return self.links(self._walk.review("judgement"))

    def changed_since_seen(self) -> tuple[Link, ...]:
        """Questions whose answers changed after the scores were first seen."""
        return tuple(map(self.link, self.session.changed_since_seen()))

    def unusual(self) -> tuple[Remark, ...]:
        """Amounts that may lack their thousands or millions."""
        asked = (
            (question, amounts_to_ask(self.reading, question.id, self.formats))
            for question in self.reading.asked()
        )
        return tuple(
            Remark("", " ".join(sentences), (self.link(question.id),))
            for question, sentences in asked
            if sentences
        )

    def disagreements(self) -> tuple[Remark, ...]:
        """Answers that do not agree."""
        return tuple(
            Remark(
                "",
                check_message(one, self.reading, self.formats),
                tuple(map(self.link, one.questions)),
            )
            for one in self.reading.disagreements()
        )

    def gates(self) -> tuple[Remark, ...]:
        """What caps a score now, and what would lift the cap."""
        remarks = []
        for composite in self.result.composites:
            declared = self.questionnaire.methodology.composite(composite.id).gates
            for gate in composite.gates:
                text = (
                    f"It is at most {self.wording.figures.rough(gate.cap)} because {gate.because}."
                )
                if gate.lowers:
                    text += (
                        f" Without any cap it would be {self.wording.score(composite.uncapped)}."
                    )
                if gate.move:
                    text += f" To lift it: {gate.move[:1].lower()}{gate.move[1:]}"
                condition = next(one.when for one in declared if one.id == gate.id)
                read = questions_of_condition(self.questionnaire, condition)
                remarks.append(Remark(composite.title, text, tuple(map(self.link, read))))
        return tuple(remarks)

    def behind_money(self) -> tuple[Link, ...]:
        """The questions that the money line comes from."""
        money = self.questionnaire.roles.money
        if money is None or self.result.money is None:
            return ()
        read: list[str] = []
        for formula in (money.total, *(part.amount for part in money.parts)):
            read += questions_of_formula(self.questionnaire, formula)
        asked = {question.id for question in self.reading.asked()}
        return tuple(self.link(one) for one in dict.fromkeys(read) if one in asked)
