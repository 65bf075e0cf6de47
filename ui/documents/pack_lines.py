"""What the report page says of the pack before it is made: what it will admit of itself."""

from __future__ import annotations

from boardkit.following.wording import left_to_confirm
from ui.session import Session


class PackLines:
    """The pack of a session's answers as they stand."""

    def __init__(self, session: Session) -> None:
        self._result = session.result
        self._details = session.details
        self._confirming = session.confirming
        self._method = session.questionnaire.methodology
        self._formats = session.formats

    def warnings(self) -> tuple[str, ...]:
        """What it admits of itself, in sentences."""
        counts, found = self._result.counts, []
        if left := left_to_confirm(self._confirming, self._formats):
            found.append(f"{left} The summary says so.")
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
        if number := len(self._result.disagreements):
            found.append(
                f"{_counted(number, 'pair of answers disagrees', 'pairs of answers disagree')}; "
                "the summary says which."
            )
        if unscored := self._result.unscored_dimensions:
            titles = ", ".join(self._method.dimension(one).title for one in unscored)
            found.append(f"Without a score, too little of it applies: {titles}.")
        if self._details.fictional:
            found.append("The company is made up, and the cover says so.")
        return tuple(found) or ("Every question is answered, and no answers disagree.",)


def _counted(number: int, one: str, many: str = "") -> str:
    return f"{number} {one}" if number == 1 else f"{number} {many or one + 's'}"
