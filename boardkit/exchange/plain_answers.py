"""The plain file of answers: YAML that a person can write (docs/file-format.md)."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from boardkit.assessment import Answer, Assessment, Details, Pin, admit
from boardkit.errors import AnswerError, BoardkitError, FileError
from boardkit.exchange.refusals import FAULTS_SHOWN, listed, newer, not_ours
from boardkit.faults import Fault, faults_of_validation, in_order, suggestion
from boardkit.questionnaire import Questionnaire
from boardkit.sources import Loc, Source

FORMAT = 1
KEYS = ("boardkit", "format", "questionnaire", "id", "details", "answers")
SAYS = ("value", "dont_know", "not_applicable")
BESIDE = (
    "basis", "bases", "companion", "note", "facts", "evidence", "author", "at", "to_confirm",
)  # fmt: skip
WORD = 60  # characters of a wrong word that are looked at, and shown
_IDS = uuid.UUID("6f1a3c0e-6b0a-5d53-9b1c-2f0d5f5b7a11")  # makes ids of ours, and no one else's
_NOBODY = Details(company="?")

Find = Callable[[str], Questionnaire]


def derived_id(questionnaire_id: str, details: Details) -> str:
    """The id of an assessment whose file gives none: the same for the same company and period."""
    name = "\n".join((questionnaire_id, details.company, details.period))
    return uuid.uuid5(_IDS, name).hex


def read_plain(source: Source, name: str, find: Find) -> tuple[Assessment, Questionnaire]:
    """The assessment in a plain file, and its questionnaire, which ``find`` looks up by id.

    Raises FileError with every fault, a line each, and NewerFileError for a newer format.
    """
    return _Reader(source, name, find).read()


class _Reader:
    def __init__(self, source: Source, name: str, find: Find) -> None:
        self._source = source
        self._name = name
        self._find = find
        self._faults: list[Fault] = []

    def read(self) -> tuple[Assessment, Questionnaire]:
        data = self._head()
        questionnaire = self._questionnaire(data)
        details = self._details(data.get("details"), questionnaire)
        answers = self._answers(data.get("answers"), questionnaire)
        assessment = self._assessment(data, questionnaire, details, answers)
        if self._faults or assessment is None:
            raise self._refusal()
        return assessment, questionnaire

    # The head

    def _head(self) -> dict[str, Any]:
        data = self._source.data
        if not isinstance(data, dict) or data.get("boardkit") != "answers":
            raise not_ours(self._name)
        version = data.get("format")
        if isinstance(version, int) and version > FORMAT:
            raise newer(self._name, version, FORMAT)
        if version != FORMAT or isinstance(version, bool):
            self._note("The format is not given.", f"Write “format: {FORMAT}”.", ("format",))
        for key in data:
            if key not in KEYS:
                what = f"“{key[:WORD]}” is not a key of a file of answers."
                self._note(what, suggestion(key[:WORD], KEYS, ""), (key,))
        return data

    def _questionnaire(self, data: Mapping[str, Any]) -> Questionnaire:
        questionnaire_id = data.get("questionnaire")
        if not isinstance(questionnaire_id, str):
            remedy = "Write its id, as in “questionnaire: inference-exposure”."
            self._note("The file does not say which questionnaire it answers.", remedy, ())
            raise self._refusal()
        try:
            return self._find(questionnaire_id)
        except BoardkitError as fault:
            remedy = "A .boardkit file brings its own; for this one, give --questionnaire."
            self._note(str(fault), remedy, ("questionnaire",))
            raise self._refusal() from fault

    def _details(self, raw: Any, questionnaire: Questionnaire) -> Details:
        """The details, or others in their place once a fault is noted."""
        if raw is None:
            self._note(
                "The file does not say about whom it is.",
                "Write “details:”, and under it, indented, “company: …”.",
                ("details",),
            )
            return _NOBODY
        try:
            details = Details.model_validate(raw)
        except ValidationError as error:
            self._note_validation(error, Details, ("details",))
            details = _NOBODY
        self._check_modules(raw, [module.id for module in questionnaire.modules])
        return details

    def _check_modules(self, raw: Any, known: Sequence[str]) -> None:
        modules = raw.get("modules") if isinstance(raw, dict) else None
        for number, module in enumerate(modules if isinstance(modules, list) else ()):
            if isinstance(module, str) and module not in known:
                what = f"“{module[:WORD]}” is not a module of the questionnaire."
                remedy = suggestion(module[:WORD], known, "")
                self._note(what, remedy, ("details", "modules", number))

    def _assessment(
        self,
        data: Mapping[str, Any],
        questionnaire: Questionnaire,
        details: Details,
        answers: dict[str, Answer],
    ) -> Assessment | None:
        given = data.get("id")
        try:
            return Assessment(
                id=derived_id(questionnaire.id, details) if given is None else given,
                questionnaire=Pin.of(questionnaire),
                details=details,
                answers=answers,
            )
        except ValidationError:
            what = "“id” is not an id."
            self._note(what, "Use letters, digits, - and _ only, 64 at most.", ("id",))
            return None

    # Answers

    def _answers(self, raw: Any, questionnaire: Questionnaire) -> dict[str, Answer]:
        if raw is None:
            return {}
        if not isinstance(raw, dict):
            self._note("The answers are not given by question.", "Write “A01: …”.", ("answers",))
            return {}
        known = [question.id for question in questionnaire.questions]
        for question_id in raw:
            if question_id not in known:
                what = f"The questionnaire has no question “{question_id[:WORD]}”."
                remedy = suggestion(question_id[:WORD], known, "")
                self._note(what, remedy, ("answers", question_id))
        read = {
            question_id: self._answer(question_id, raw[question_id], questionnaire)
            for question_id in known
            if raw.get(question_id) is not None  # a blank is no answer yet
        }
        return {question_id: answer for question_id, answer in read.items() if answer is not None}

    def _answer(self, question_id: str, raw: Any, questionnaire: Questionnaire) -> Answer | None:
        loc: Loc = ("answers", question_id)
        try:
            data = _as_data(raw)
            value = data.pop("value", None)  # which the question itself judges best
            answer = Answer.model_validate(data).model_copy(update={"value": value})
            return admit(questionnaire, questionnaire.question(question_id), answer)
        except AnswerError as fault:
            self._note(f"{question_id}: {fault}", "", loc)
        except ValidationError as error:
            self._note_validation(error, Answer, loc, f"{question_id}: ")
        return None

    # Faults

    def _note(self, what: str, remedy: str, loc: Loc) -> None:
        if len(self._faults) > FAULTS_SHOWN:
            raise self._refusal()
        self._faults.append(Fault(what, remedy, loc, self._source.place(loc)))

    def _note_validation(
        self, error: ValidationError, model: type[Answer | Details], loc: Loc, before: str = ""
    ) -> None:
        for fault in faults_of_validation(error, model):
            self._note(f"{before}{fault.what}", fault.remedy, (*loc, *fault.loc))

    def _refusal(self) -> FileError:
        return FileError(listed([str(fault) for fault in in_order(self._faults)]))


def _as_data(raw: Any) -> dict[str, Any]:
    """What an Answer is made of; raises AnswerError when the keys do not say what is answered."""
    if not isinstance(raw, dict):
        return {"value": raw}
    says = [key for key in SAYS if key in raw]
    if not says:
        raise AnswerError("Write “value:” before what you answer, as in {value: …, basis: …}.")
    if len(says) > 1:
        raise AnswerError(f"“{says[0]}” and “{says[1]}” exclude each other. Keep one of them.")
    for key in raw:
        if key not in (*SAYS, *BESIDE):
            remedy = suggestion(key[:WORD], (*SAYS, *BESIDE), "Remove it.")
            raise AnswerError(f"“{key[:WORD]}” is not a key of an answer. {remedy}")
    data = {key: value for key, value in raw.items() if key in BESIDE}
    return {**data, **_said(says[0], raw[says[0]])}


def _said(key: str, given: Any) -> dict[str, Any]:
    if key == "value":
        return {"value": given}
    if key == "not_applicable":
        if not isinstance(given, str):
            raise AnswerError('Write why it does not apply, as in not_applicable: "We sell none".')
        return {"state": "not_applicable", "reason": given}
    if given is not True:
        raise AnswerError("Write “dont_know: true”, or give a value instead.")
    return {"state": "dont_know"}
