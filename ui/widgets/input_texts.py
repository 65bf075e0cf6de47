"""What is said of one input of the forecast: its bounds, and where its value is from."""

from __future__ import annotations

from boardkit.economics import Input
from boardkit.english import sentence
from boardkit.formats import Formats


class InputTexts:
    """In one reader's formats."""

    def __init__(self, formats: Formats) -> None:
        self.formats = formats

    def value(self, item: Input, figure: float) -> str:
        """One figure of an input, as it is written."""
        if item.of == "yes_no":
            return "yes" if figure > 0.5 else "no"
        if item.of == "money":
            return self.formats.money(figure)
        if item.of == "percent":
            return self.formats.percent(100 * figure)
        return self.formats.number(figure, 2)

    def bounds(self, item: Input) -> str:
        """“Of those renewing; from 0% to 100%.”"""
        unit = sentence(item.unit)
        if item.of == "yes_no":
            return unit
        ends = f"from {self._end(item, item.minimum)} to {self._end(item, item.maximum)}"
        return f"{unit}; {ends}." if unit else f"{sentence(ends)}."

    def out_of_bounds(self, item: Input) -> str:
        """What to type instead."""
        least, most = self._end(item, item.minimum), self._end(item, item.maximum)
        return f"Type a figure from {least} to {most}."

    def _end(self, item: Input, figure: float) -> str:
        return self.value(item, figure)

    def where_from(self, item: Input, known: Input) -> str:
        """Where the value is from, and how far it may be off."""
        if item.state == "what_if":
            return f"Set by hand; without that it is {self.value(known, known.value)}."
        if item.state == "answered":
            basis = f"{item.basis[:1].lower()}{item.basis[1:]}"
            who = f" by {item.owner}" if item.owner else ""
            return f"Answered{who}, on {basis}{self._range(item)}."
        if item.state == "scenario":
            return item.source
        facts = f" ({', '.join(item.facts)})" if item.facts else ""
        return f"Assumed{self._range(item)}. {item.source.rstrip('.')}{facts}."

    def _range(self, item: Input) -> str:
        if item.is_certain:
            return ""
        return f": {self.value(item, item.low)} to {self.value(item, item.high)}"
