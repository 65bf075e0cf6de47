"""What the report page says of the pack before it is made: its pages, and what it will admit."""

from __future__ import annotations

from boardkit.documents.board_pack import BoardPack
from ui.session import Session


class PackLines:
    """The pack of a session's answers as they stand."""

    def __init__(self, session: Session) -> None:
        self._result = session.result
        self._details = session.details
        self._pack = BoardPack(
            session.questionnaire, session.assessment, session.result, locale=session.locale
        ).pack()

    def pages(self) -> tuple[tuple[str, str], ...]:
        """Each part of the pack with the title that it will have."""
        wording, facts = self._pack.wording, self._pack.facts
        title = self._result.headline.title
        pages = [
            ("Cover", wording.conclusion()),
            ("Summary", wording.ask()),
            ("Where we stand", wording.bridge_title()),
            ("By dimension", wording.dimensions_title()),
            ("Every answer", wording.answers_title()),
            ("Facts and sources", f"{len(facts)} published facts behind the questions"),
            ("Method, limits and terms", f"How answers become {title}"),
        ]
        return tuple(page for page in pages if facts or page[0] != "Facts and sources")

    def warnings(self) -> tuple[str, ...]:
        """What it admits of itself, in sentences."""
        counts, found = self._result.counts, []
        if self._result.headline.too_early:
            found.append("It is too early to name a band, and the cover says so.")
        if counts.open:
            found.append(f"{_counted(counts.open, 'question is', 'questions are')} not answered.")
        if counts.dont_know:
            found.append(f"“Don’t know” is the answer to {_counted(counts.dont_know, 'question')}.")
        if counts.on_judgement:
            found.append(
                f"{_counted(counts.on_judgement, 'scored answer rests', 'scored answers rest')} on "
                "judgement alone. What is proven does without them where they flatter."
            )
        if self._pack.disagreements:
            number = len(self._pack.disagreements)
            found.append(
                f"{_counted(number, 'pair of answers disagrees', 'pairs of answers disagree')}; "
                "the summary says which."
            )
        if self._pack.unscored:
            found.append(
                f"Without a score, too little of it applies: {', '.join(self._pack.unscored)}."
            )
        if self._details.fictional:
            found.append("The company is made up, and the cover says so.")
        return tuple(found) or ("Every question is answered, and no answers disagree.",)


def _counted(number: int, one: str, many: str = "") -> str:
    return f"{number} {one}" if number == 1 else f"{number} {many or one + 's'}"
