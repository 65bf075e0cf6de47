"""Which editor a question gets."""

from __future__ import annotations

from collections.abc import Sequence

from boardkit.formats import Formats
from boardkit.methodology import Basis
from boardkit.questions import (
    LevelQuestion,
    MultipleQuestion,
    Question,
    RangeQuestion,
    SeriesQuestion,
    SingleQuestion,
    SplitQuestion,
    TableQuestion,
    TextQuestion,
    ValuesQuestion,
)
from ui.questions.choice_editors import LevelEditor, MultipleEditor, SingleEditor
from ui.questions.editor import Editor
from ui.questions.number_editors import NumberEditor, RangeEditor, SeriesEditor
from ui.questions.split_editor import SplitEditor
from ui.questions.table_editor import TableEditor
from ui.questions.text_editor import TextEditor
from ui.questions.values_editor import ValuesEditor


def editor_for(question: Question, formats: Formats, bases: Sequence[Basis] = ()) -> Editor:
    """The editor of that question's type; ``bases`` are offered beside parts and rows."""
    if isinstance(question, LevelQuestion):
        return LevelEditor(question, formats)
    if isinstance(question, SingleQuestion):
        return SingleEditor(question, formats)
    if isinstance(question, MultipleQuestion):
        return MultipleEditor(question, formats)
    if isinstance(question, ValuesQuestion):
        return ValuesEditor(question, formats, bases)
    if isinstance(question, SplitQuestion):
        return SplitEditor(question, formats)
    if isinstance(question, RangeQuestion):
        return RangeEditor(question, formats)
    if isinstance(question, SeriesQuestion):
        return SeriesEditor(question, formats)
    if isinstance(question, TableQuestion):
        return TableEditor(question, formats, bases)
    if isinstance(question, TextQuestion):
        return TextEditor(question, formats)
    return NumberEditor(question, formats)
