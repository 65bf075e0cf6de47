"""How answers become the headline, what it cannot say, and what its words mean."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from boardkit import __version__
from boardkit.documents.material import Material
from boardkit.documents.what_drives import WhatDrives
from boardkit.formats import Formats
from boardkit.library.changes import canonical, plain
from boardkit.methodology import Composite
from boardkit.scoring.distributions import Pert

_MEANS: dict[float, str] = {1: "arithmetic", 0: "geometric", -1: "harmonic", 2: "quadratic"}


@dataclass(frozen=True)
class BasisRow:
    """How an answer may be known."""

    title: str
    about: str
    points: str
    proves: str


@dataclass(frozen=True)
class ScoreRow:
    """What a score is made of."""

    title: str
    mean: str
    members: str


@dataclass(frozen=True)
class MethodPage:
    """What the page places."""

    title: str
    about: str
    so_what: str
    from_answers: str
    bases: tuple[BasisRow, ...]
    expected: str
    scores: tuple[ScoreRow, ...]
    cover: str
    gates: tuple[str, ...]
    bands: str
    limits: tuple[str, ...]
    terms: tuple[tuple[str, str], ...]
    reproduce: str


def method_page(material: Material) -> MethodPage:
    """The last sheets."""
    questionnaire, method, number = (
        material.questionnaire, material.method, material.formats.number,
    )  # fmt: skip
    return MethodPage(
        title=f"How answers become {material.result.headline.title}",
        about=questionnaire.about,
        so_what=WhatDrives(material.result, method, material.formats).rests_on(
            material.analysis.method_sensitivity
        ),
        from_answers=_from_answers(material),
        bases=tuple(
            BasisRow(b.title, b.about, number(b.half_width, 1), "yes" if b.proves else "no")
            for b in method.basis
        ),
        expected=_expected(material),
        scores=tuple(_score_row(material, composite) for composite in method.composites),
        cover=_cover(material),
        gates=tuple(
            f"{composite.title} is at most {number(gate.cap, 0)} when {gate.because}."
            for composite in method.composites
            for gate in composite.gates
        ),
        bands=_bands(material),
        limits=tuple(questionnaire.limits),
        terms=tuple(sorted(questionnaire.terms.items(), key=lambda term: term[0].casefold())),
        reproduce=_reproduce(material),
    )


def _from_answers(material: Material) -> str:
    method, formats = material.method, material.formats
    if method.unknowns.treat_as == "prior":
        priors = "; ".join(
            f"{formats.number(prior.mean, 0)} of 100{_whose(prior.about)}"
            for prior in method.priors
        )
        missing = (
            "An answer that is missing or “don’t know” is neither no nor nought: it is given what "
            f"is believed before anything is known (on average {priors})."
        )
    else:
        missing = "A missing answer is left out, and the rest is weighted up."
    least = formats.percent(100 * method.applicable_minimum, 0)
    return (
        "Each scored answer becomes a credit from 0 to 100 between fixed goalposts, which the "
        "questionnaire states. Credits are averaged to dimensions, and those to the scores below. "
        f"{missing} A question that does not apply, or was not asked, has no weight unless its "
        f"questionnaire says otherwise; a dimension of which less than {least} applies has no score."
    )


def _whose(about: str) -> str:
    return f": {about[:1].lower()}{about[1:].rstrip('.')}" if about else ""


def _expected(material: Material) -> str:
    """What full marks on the weakest basis count as, where one is weak."""
    method = material.method
    text = "The score is computed from the expected credit."
    weakest = max(method.basis, key=lambda basis: basis.half_width)
    if weakest.half_width == 0:
        return text
    mean = Pert.around(100, weakest.half_width, method.pert_lambda).mean
    return (
        f"{text} A weak basis widens what the credit may be; at the ends of the scale it also pulls "
        f"the expectation inward a little: 100 on {weakest.title.lower()} counts as "
        f"{material.formats.number(mean)}."
    )


def _names(material: Material) -> dict[str, str]:
    method = material.method
    dimensions = {dimension.id: dimension.title for dimension in method.dimensions}
    return {**dimensions, **{composite.id: composite.title for composite in method.composites}}


def _score_row(material: Material, composite: Composite) -> ScoreRow:
    names, whole = _names(material), sum(member.weight for member in composite.members)
    shares = (
        f"{names[member.of]} {material.formats.percent(100 * member.weight / whole, 0)}"
        for member in composite.members
    )
    return ScoreRow(composite.title, _mean(composite, material.formats), ", ".join(shares))


def _mean(composite: Composite, formats: Formats) -> str:
    """“geometric”, “geometric, of exposures”, “geometric, to the power 3”."""
    said = [_MEANS.get(composite.mean, f"power {formats.number(composite.mean, 2)}")]
    if composite.averaged == "exposure":
        said.append("of exposures")
    if composite.raised_to != 1:
        said.append(f"to the power {formats.number(composite.raised_to, 2)}")
    return ", ".join(said)


def _cover(material: Material) -> str:
    head, formats = material.method.headline, material.formats
    if not head.covered_by:
        return ""
    return (
        f"{head.title} is {_names(material)[head.composite].lower()} times one minus the cover of "
        "each way out; a way out of score s covers (s / 100) to the power "
        f"{formats.number(head.cover_exponent, 1)}, so that one half built covers "
        f"{formats.percent(100 * 0.5**head.cover_exponent, 0)}."
    )


def _bands(material: Material) -> str:
    method, formats = material.method, material.formats
    factor = method.display.scale / 100
    bands = method.headline.bands
    told, low = [], ""
    for band in bands:
        limit = "" if band.below is None else formats.number(band.below * factor, 2)
        told.append(f"{band.title} below {limit}" if limit else f"{band.title} from {low}")
        low = limit or low
    least = formats.percent(100 * method.answered_minimum, 0)
    return f"{'; '.join(told)}. No band is named until {least} of the weight asked is answered."


def _reproduce(material: Material) -> str:
    questionnaire, result = material.questionnaire, material.result
    assessment = hashlib.sha256(canonical(plain(material.assessment)).encode()).hexdigest()
    inside = (
        " The hash of the assessment is that of assessment.json in the file inside this PDF."
        if material.options.attach
        else ""
    )
    return (
        f"Questionnaire {questionnaire.id} {questionnaire.version} with its method "
        f"{material.method.version}: SHA-256 {result.questionnaire_digest}. "
        f"Assessment {material.assessment.id}: SHA-256 {assessment}.{inside} "
        f"Boardkit {__version__}."
    )
