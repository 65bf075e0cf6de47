"""The summary: what the board is asked, the answer, and why."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from textwrap import shorten

from boardkit.answer_texts import answer_lines, check_message
from boardkit.direction import isolated
from boardkit.documents.decision_rows import (
    DecisionRow,
    decision_rows,
    decisions_in_short,
    decisions_note,
)
from boardkit.documents.material import Material
from boardkit.documents.so_far import nothing_known
from boardkit.following.since import since_last_time
from boardkit.reading import Standing
from boardkit.typefaces import text_width

SIZE, LINE = 9.4 * 96 / 72, 17.0  # of the text, in pixels
OTHERWISE = 664.0  # pixels of what every summary says, with the widest list of contents
NOTE, TILE = 8.5 * 96 / 72, 0.23  # size of a tile's notes in pixels, and its share of the width
AGAINST = 400  # characters of the strongest argument; the rest stands among the answers


@dataclass(frozen=True)
class Tile:
    """One of the figures at the head."""

    figure: str
    label: str
    sure: str  # the band, with its chance
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Favoured:
    """What the board favoured before it saw a score."""

    path: str
    against: str  # the strongest argument against it


@dataclass(frozen=True)
class Summary:
    """What the summary places."""

    title: str
    money: str
    tiles: tuple[Tile, ...]
    answer: str
    reasons: tuple[tuple[str, str], ...]
    favoured: Favoured | None
    decisions: tuple[DecisionRow, ...]
    decisions_note: str
    more_decisions: str  # where those stand that are not here, or not in full
    would_change: str  # in short; the page on what to do has all of it
    missing: tuple[str, ...]
    disagreements: tuple[str, ...]
    since: tuple[str, ...]  # what became of last time, and what of it is still to be confirmed


def summary_page(material: Material) -> Summary:
    """The second sheet."""
    say = material.wording
    return Summary(
        title=say.ask(),
        money=say.money_sentence(),
        tiles=_tiles(material),
        answer=say.answer(),
        reasons=say.reasons,
        favoured=_favoured(material),
        decisions=summary_decisions(material),
        decisions_note=decisions_note(material),
        more_decisions=_more_decisions(material),
        would_change=material.would_change.short(),
        missing=_missing(material) if material.result.headline.too_early else (),
        disagreements=_disagreements(material),
        since=_since(material),
    )


def summary_decisions(material: Material) -> tuple[DecisionRow, ...]:
    """The decisions that fit beside all else that the summary says."""
    said = [*_disagreements(material), *_since(material)]
    favoured = _favoured(material)
    if favoured is not None:
        said.append(f"{favoured.path} {favoured.against}")
    lines = sum(ceil(text_width(text, SIZE) / material.sheet.width) + 1 for text in said)
    return decisions_in_short(material, material.sheet.height - OTHERWISE - LINE * lines)


def _more_decisions(material: Material) -> str:
    all_of_them, short = decision_rows(material), summary_decisions(material)
    if len(all_of_them) > len(short):
        return f"… and {len(all_of_them) - len(short)} more, all of them in full"
    return "In full" if all_of_them != short else ""


def _since(material: Material) -> tuple[str, ...]:
    return since_last_time(material.reading, material.day, material.formats)


def _disagreements(material: Material) -> tuple[str, ...]:
    """A sentence for each pair of answers that cannot both be right."""
    return tuple(
        check_message(check, material.reading, material.formats)
        for check in material.reading.disagreements()
    )


def _tiles(material: Material) -> tuple[Tile, ...]:
    head, say = material.result.headline, material.wording.score
    sure = material.wording.how_sure

    def notes(score_id: str, *parts: str) -> tuple[str, ...]:
        """How sure it is, then the rest."""
        told = (sure.brief(score_id), *parts, _moved(material, score_id))
        return tuple(part for part in told if part)

    nothing = nothing_known(material.result)
    proven = f"{say(head.proven)} as proven" if head.proven is not None else ""
    if head.too_early:
        enough = f"{head.coverage.answered} / {head.coverage.needed}"
        how = "assumed" if nothing else "so far"
        so_far = (f"{say(head.claimed)} {how}",) if head.claimed is not None else ()
        tiles = [Tile(enough, "Answers needed to name a band", "", so_far)]
    else:
        tiles = [Tile(say(head.claimed), head.title, sure.named(), notes(head.id, proven))]
    for composite_id in material.method.headline.covered_by:
        composite = material.result.composite(composite_id)
        proven = "assumed" if nothing else f"{say(composite.proven)} as proven"
        tiles.append(Tile(say(composite.claimed), composite.title, "", notes(composite_id, proven)))
    counts = material.result.counts
    answered = (f"{counts.answered} of {counts.asked} answered",)
    return (*tiles, Tile(share_proven(material) or "–", "Answers proven, by weight", "", answered))


def _moved(material: Material, score_id: str) -> str:
    """How far a score went since last time: “▼ −7.4 since Q3 2026”; nothing where it did not."""
    comparison = material.comparison
    if comparison is None:
        return ""
    from boardkit.comparison.wording import ComparisonWords

    words = ComparisonWords(comparison, material.formats)
    shown = (comparison.headline, *comparison.composites)
    found = next((one for one in shown if one.id == score_id), None)
    if found is None or not words.moved(found):
        return ""
    change = words.change(found)
    said = f"{'▲' if change.startswith('+') else '▼'} {change} since "
    name = words.names()[0]
    fits = text_width(said + name, NOTE) < TILE * material.sheet.width
    return said + (isolated(name) if fits else "last time")


def share_proven(material: Material) -> str:
    """How much of the weight that was answered is proven by its basis; nothing without any."""
    scored = [
        one
        for one in material.result.indicators
        if one.standing is Standing.ANSWERED and one.weight > 0
    ]
    if not scored:
        return ""
    firm = sum(one.weight for one in scored if one.proven) / sum(one.weight for one in scored)
    return material.formats.percent(100 * firm, 0)


def _missing(material: Material) -> tuple[str, ...]:
    """The scored questions without an answer, heaviest first."""
    open_ = (Standing.OPEN, Standing.DONT_KNOW)
    gaps = [i for i in material.result.indicators if i.standing in open_ and i.weight > 0]
    titles = [i.title for i in sorted(gaps, key=lambda i: -i.weight)]
    return tuple(dict.fromkeys(titles))


def _favoured(material: Material) -> Favoured | None:
    role = material.questionnaire.roles.prior_view
    answer = material.reading.answer(role) if role else None
    if role is None or answer is None or not answer.is_answered:
        return None
    question = material.questionnaire.question(role)
    against = shorten(answer.companion, AGAINST, placeholder="…")
    return Favoured(answer_lines(question, answer, material.formats)[0], against)
