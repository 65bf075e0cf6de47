"""What WeasyPrint leaves to be done in the structure of a tagged PDF.

It lets the head of any group in a table stand over every cell of the first column, gives no head a
scope, and marks what stands in the margins of a page as text of the document, though nothing leads to
it. Here heads get their scopes and their own cells, and what stands in margins becomes an artifact.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pydyf


class Structure:
    """The elements of a PDF that is about to be written; its page contents."""

    def __init__(self, pdf: Any) -> None:
        self._pdf = pdf
        self._root = self._at(pdf.catalog["StructTreeRoot"])

    def complete(self) -> None:
        """Do what is left, in place."""
        self._set_margins_apart()
        for element in self._pdf.objects:
            if isinstance(element, pydyf.Dictionary) and element.get("S") == "/Table":
                self._set_heads(element)

    def _at(self, reference: bytes) -> Any:
        return self._pdf.objects[int(reference.split()[0])]

    def _children(self, element: Any) -> Iterator[Any]:
        for child in element["K"]:
            if isinstance(child, bytes) and "S" in (found := self._at(child)):
                yield found

    def _set_margins_apart(self) -> None:
        """Make an artifact of what nothing leads to from the root."""
        reached = self._reached()
        parents = self._at(self._root["ParentTree"])["Nums"]
        for number, page in enumerate(self._pdf.pages["Kids"][::3]):
            owners = parents[2 * number + 1]
            lost = {mark for mark, owner in enumerate(owners) if owner not in reached}
            for mark in lost:
                self._at(owners[mark]).clear()
                owners[mark] = b"null"
            _make_artifacts(self._at(self._pdf.objects[page]["Contents"]).stream, lost)

    def _reached(self) -> set[bytes]:
        waiting, found = [self._at(self._root["K"][0])], set()
        while waiting:
            element = waiting.pop()
            found.add(element.reference)
            waiting.extend(self._children(element))
        return found

    def _set_heads(self, table: Any) -> None:
        """Give each head its scope, and each cell those of its group, of its columns and before it."""
        columns: dict[int, list[Any]] = defaultdict(list)
        group: list[Any] = []
        for on_top, row in self._rows(table):
            cells = list(self._children(row))
            if not on_top and len(cells) == 1 and cells[0]["S"] == "/TH":
                group = [cells[0]["ID"]]
            self._set_row(cells, on_top, group, columns)

    @staticmethod
    def _set_row(
        cells: list[Any], on_top: bool, group: list[Any], columns: dict[int, list[Any]]
    ) -> None:
        beside: list[Any] = []
        column = 0
        for cell in cells:
            spanned = range(column, column := column + cell["A"].get("ColSpan", 1))
            if cell["S"] == "/TD":
                over = [head for one in spanned for head in columns[one]]
                cell["A"]["Headers"] = pydyf.Array([*group, *beside, *over])
                continue
            cell["A"]["Scope"] = "/Column" if on_top or len(cells) == 1 else "/Row"
            beside = [] if on_top else [cell["ID"]]
            for one in spanned if on_top else ():
                columns[one].append(cell["ID"])

    def _rows(self, element: Any, on_top: bool = False) -> Iterator[tuple[bool, Any]]:
        """Every row of a table, and whether it is among the heads on top."""
        for child in self._children(element):
            if child["S"] == "/TR":
                yield on_top, child
            elif child["S"] != "/Caption":
                yield from self._rows(child, child["S"] == "/THead")


def _make_artifacts(drawn: list[Any], marks: set[int]) -> None:
    """Turn marked content of a page into artifacts of its pagination."""
    for at, item in enumerate(drawn):
        if isinstance(item, pydyf.Dictionary) and item.get("MCID") in marks:
            drawn[at - 1 : at + 1] = "/Artifact", pydyf.Dictionary({"Type": "/Pagination"})
