"""The words for the kinds of change: how much was done in the world, and how much is only said or known."""

from __future__ import annotations

from boardkit.comparison.figure_wording import FigureWords
from boardkit.comparison.grouping import Bar, Printed, printed
from boardkit.comparison.result import Comparison
from boardkit.comparison.tags import Tag
from boardkit.english import counted, in_sentence, listed, sentence
from boardkit.formats import Formats

_TAGGED: dict[Tag, str] = {
    "done": "done",
    "restated": "restated without evidence",
    "better_known": "better known",
    "less_known": "less known",
    "newly_applicable": "newly applicable",
    "no_longer_applicable": "no longer applicable",
    "differs": "answered differently",
    "gate": "by what caps a way out",
    "method": "by the other version of the questionnaire",
}
_CALLED: dict[Tag, str] = {
    **{tag: sentence(text) for tag, text in _TAGGED.items()},
    "restated": "Restated",
    "gate": "Cap",
    "method": "Method",
    "newly_applicable": "Now applies",
    "no_longer_applicable": "No longer applies",
    "differs": "Differs",
}
_SIDES: tuple[Tag, ...] = ("no_longer_applicable", "newly_applicable")  # of two companies
_KNOWN: tuple[Tag, ...] = ("better_known", "less_known")
_SAID: tuple[Tag, ...] = ("restated", *_KNOWN)
_ONLY: dict[Tag, str] = {
    "restated": "restated", "better_known": "better known", "less_known": "less known",
}  # fmt: skip
_REST: dict[Tag, str] = {
    "newly_applicable": "what now applies",
    "no_longer_applicable": "what no longer applies",
    "gate": "what caps a way out",
    "method": "the other version of the questionnaire",
}


class KindWords(FigureWords):
    """The kinds of one comparison, for one reader."""

    def __init__(self, comparison: Comparison, formats: Formats) -> None:
        super().__init__(comparison, formats)
        self.printed: Printed | None = printed(comparison)
        found = self.printed.tags if self.printed is not None else ()
        self._amounts: dict[Tag, float] = {one.tag: one.amount for one in found}

    def bars(self) -> tuple[Bar, ...]:
        """The parts as they are printed."""
        return self.printed.bars if self.printed is not None else ()

    def tag(self, tag: Tag | None) -> str:
        """What a kind of change is called in a table or beside a bar."""
        if tag is None:
            return "Several kinds"
        if tag in _SIDES and not self.comparison.same_company:
            return "One side only"
        return _CALLED[tag]

    def parts(self) -> str:
        """“−9.0 = −5.3 done, −2.6 better known, −1.1 restated without evidence”."""
        if self.printed is None:
            return ""
        if not self._amounts:
            moved = len(self.comparison.answers)
            if not moved:
                return "no answer changed"
            none = "it does not move" if moved == 1 else "none of them moves"
            return f"{counted(moved, 'answer')} changed, and {none} the score"
        told = (
            f"{self.amount(amount)} {self._tagged(tag)}" for tag, amount in self._amounts.items()
        )
        return f"{self.amount(self.printed.change)} = {', '.join(told)}"

    def _tagged(self, tag: Tag) -> str:
        if tag in _SIDES and not self.comparison.same_company:
            sides = self.comparison.before, self.comparison.after
            return f"asked of {sides[_SIDES.index(tag)].name} only"
        return _TAGGED[tag]

    def how_much_was_done(self, change: float) -> str:
        """“: 5.3 was done, and 2.1 is only restated”, after a sentence on how far the headline went."""
        done, tags = self._amounts.get("done", 0.0), set(self._amounts)
        if tags == {"method"}:
            return ", only because the questionnaire changed"
        gate = next((bar for bar in self.bars() if bar.tag == "gate"), None)
        if gate is not None and gate.amount / change > 0.5:
            return f", since {in_sentence(gate.title)}"
        if done * change > 0:
            return self._mostly_done(change, done)
        if done:
            return ", in spite of what was done"
        if tags <= set(_KNOWN):
            better = self._amounts.get("better_known", 0.0) * change > 0
            return f", only because {'more' if better else 'less'} is known"
        if tags <= set(_SAID):
            return ", though nothing is shown to have been done"
        return ""

    def _mostly_done(self, change: float, done: float) -> str:
        assert self.printed is not None
        happened = "was done" if self.comparison.headline.better else "happened"
        if abs(done) >= abs(change):
            return f", by what {happened}"
        size = self._size(done)
        if set(self._amounts) <= {"done", *_SAID}:
            rest = self._size(round(change - done, self.printed.decimals))
            return f": {size} {happened}, and {rest} is only {self._only()}"
        return f", and {size} of it {happened}"

    def _only(self) -> str:
        """“restated or better known”: what kinds there are of what is only said or known."""
        return listed([_ONLY[tag] for tag in _SAID if tag in self._amounts], "or")

    def _size(self, amount: float) -> str:
        assert self.printed is not None
        return self.formats.number(abs(amount), self.printed.decimals, exact=True)

    def done_or_known(self) -> str:
        """How much was done in the world, and how much is only better known or said otherwise."""
        if self.printed is None or not self.comparison.same_company or not self._amounts:
            return ""
        decimals = self.printed.decimals
        done = self._amounts.get("done", 0.0)
        said = round(sum(self._amounts.get(tag, 0.0) for tag in _SAID), decimals)
        rest = round(self.printed.change - done - said, decimals)
        good = (done < 0) == (self.comparison.headline.shown == "exposure")
        causes = listed([text for tag, text in _REST.items() if tag in self._amounts])
        told = [
            f"{self.amount(amount)} {text}"
            for amount, text in (
                (done, f"{'was done' if good else 'happened'} in the world"),
                (said, f"is only {self._only()}"),
                (rest, f"comes of {causes}"),
            )
            if amount
        ]
        return f"Of the change, {listed(told)}." if told else ""
