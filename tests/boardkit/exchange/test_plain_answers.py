"""The plain file of answers: what may be written in it, and what is said of every fault."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from boardkit.assessment import Answer, Assessment, Details, Evidence, Pin
from boardkit.errors import FileError, NewerFileError
from boardkit.exchange import open_file, write_plain
from boardkit.questionnaire import Questionnaire

HEAD = """\
boardkit: answers
format: 1
questionnaire: tiny
details: {company: Acme, period: Q3 2026}
answers:
"""

EVERY_FORM = """\
  Q01: 2
  Q02: {value: two, companion: Because.}
  Q03: [one, two]
  Q04:
  Q05: {not_applicable: We sell none.}
  Q06:
    value: 12m
    basis: measured
    note: |
      From the ledger.
      Audited.
    facts: [F1, F2]
    evidence:
      - {title: Ledger, link: https://example.com/l}
    author: Ada
    at: 2026-09-30T14:00:00+02:00
  Q07: {value: {a: 5, c: no}, bases: {a: judgement}}
  Q11:
    - {name: Seats, share: 60%, ours: yes}
  Q12: {dont_know: true, note: Ask Bob.}
"""


def write(folder: Path, text: str) -> Path:
    file = folder / "acme.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def faults_in(folder: Path, text: str, questionnaire: Questionnaire | None) -> list[str]:
    with pytest.raises(FileError) as refusal:
        open_file(write(folder, text), questionnaire)
    return str(refusal.value).splitlines()


def test_every_form_of_an_answer_is_read(tmp_path: Path, tiny: Questionnaire) -> None:
    opened = open_file(write(tmp_path, HEAD + EVERY_FORM), tiny)
    assert opened.questionnaire is tiny
    assert opened.history == ()
    assert opened.assessment.questionnaire == Pin.of(tiny)
    assert opened.assessment.details == Details(company="Acme", period="Q3 2026")
    assert opened.assessment.answers == {
        "Q01": Answer(value=2),
        "Q02": Answer(value="two", companion="Because."),
        "Q03": Answer(value=["one", "two"]),
        "Q05": Answer(state="not_applicable", reason="We sell none."),
        "Q06": Answer(
            value=12_000_000,
            basis="measured",
            note="From the ledger.\nAudited.\n",
            facts=("F1", "F2"),
            evidence=(Evidence(title="Ledger", link="https://example.com/l"),),
            author="Ada",
            at=datetime(2026, 9, 30, 12, tzinfo=UTC),
        ),
        "Q07": Answer(value={"a": 5, "c": "no"}, bases={"a": "judgement"}),
        "Q11": Answer(value=[{"name": "Seats", "share": 60, "ours": True}]),
        "Q12": Answer(state="dont_know", note="Ask Bob."),
    }


def test_the_id_follows_from_company_and_period(tmp_path: Path, tiny: Questionnaire) -> None:
    ids = [
        open_file(write(tmp_path, text), tiny).assessment.id
        for text in (
            HEAD,
            HEAD + "  Q01: 1\n",
            HEAD.replace("Q3", "Q4"),
            HEAD.replace("Acme", "Apex"),
            "id: my-own\n" + HEAD,
        )
    ]
    assert ids[0] == ids[1] == "f33abe5fd2395cd98cd7ad6e20c3bc30"
    assert len(set(ids)) == 4
    assert ids[4] == "my-own"


def test_every_fault_is_told_with_its_line(tmp_path: Path, tiny: Questionnaire) -> None:
    text = """\
boardkit: answers
format: 1
questionaire: tiny
questionnaire: tiny
id: a/b
details:
  company: Acme
  currency: dollars
  modules: [core, extras]
answers:
  Q01: 7
  Q2: 1
  Q03: {one: true}
  Q04: {value: many}
  Q05:
    value: 10
    dont_know: true
  Q06: {value: 1, basis: guess}
  Q07: {value: {a: 1}, notes: x}
  Q08: {a: 50, b: 50}
  Q09: {dont_know: no}
  Q10: {not_applicable: true}
  Q11: {not_applicable: Why not}
  Q12: {value: x, at: 2026-09-30, evidence: [{link: x}]}
"""
    expected = [
        "acme.yaml:3: “questionaire” is not a key of a file of answers. "
        "Did you mean “questionnaire”?",
        "acme.yaml:5: “id” is not an id. Use letters, digits, - and _ only, 64 at most.",
        "acme.yaml:8: “currency” ",
        "acme.yaml:9: “extras” is not a module of the questionnaire. Did you mean “extra”?",
        "acme.yaml:11: Q01: Choose a level from 0 to 2.",
        "acme.yaml:12: The questionnaire has no question “Q2”. Did you mean “Q02”?",
        "acme.yaml:13: Q03: Write “value:” before what you answer, as in {value: …, basis: …}.",
        "acme.yaml:14: Q04: Type a number, such as 12.5.",
        "acme.yaml:15: Q05: “value” and “dont_know” exclude each other. Keep one of them.",
        "acme.yaml:18: Q06: “guess” is not a basis. Choose one of: judgement, measured.",
        "acme.yaml:19: Q07: “notes” is not a key of an answer. Did you mean “note”?",
        "acme.yaml:20: Q08: Write “value:” before what you answer, as in {value: …, basis: …}.",
        "acme.yaml:21: Q09: Write “dont_know: true”, or give a value instead.",
        'acme.yaml:22: Q10: Write why it does not apply, as in not_applicable: "We sell none".',
        "acme.yaml:23: Q11: “Not applicable” is not open to this question. "
        "Answer it, or say “don't know”.",
        "acme.yaml:24: Q12: “title” is missing from ",
        "acme.yaml:24: Q12: “at” ",
    ]
    told = faults_in(tmp_path, text, tiny)
    assert len(told) == len(expected)
    for line, start in zip(told, expected, strict=True):
        assert line.startswith(start)


def test_a_fact_that_is_not_on_record_is_refused_with_its_line(
    tmp_path: Path, tiny: Questionnaire
) -> None:
    told = faults_in(tmp_path, HEAD + "  Q01: {value: 1, facts: [F1, F3]}\n", tiny)
    assert told == ["acme.yaml:6: Q01: “F3” is not a fact on record. Choose one of: F1, F2."]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("boardkit: questions\n", "acme.yaml is not an assessment. Choose a .boardkit file, or"),
        ("- boardkit\n", "acme.yaml is not an assessment. Choose a .boardkit file, or"),
        ("Dear all,\n", "acme.yaml is not an assessment. Choose a .boardkit file, or"),
        ("", "acme.yaml is not an assessment. Choose a .boardkit file, or"),
        ("boardkit: answers\n a: [", "acme.yaml:2: this is not YAML: "),
        ("boardkit: answers\nboardkit: answers\n", "acme.yaml:2: there is a second “boardkit”"),
        ("boardkit: &a answers\n", "acme.yaml:1: there is an anchor or alias"),
        (f"boardkit: {'[' * 60}{']' * 60}", "acme.yaml:1: there is more than 40 levels of nesting"),
        (
            "boardkit: answers\nformat: 1\n",
            "acme.yaml:1: The file does not say which questionnaire",
        ),
        (
            HEAD.replace("format: 1\n", ""),
            "acme.yaml:1: The format is not given. Write “format: 1”",
        ),
        (HEAD.replace("1", "true", 1), "acme.yaml:2: The format is not given. Write “format: 1”."),
        (
            HEAD.replace("tiny", "huge"),
            "acme.yaml:3: The file answers the questionnaire “huge”, and",
        ),
        (HEAD.replace("details", "id"), "acme.yaml:4: “id” is not an id. Use letters, digits,"),
        ("\n".join(HEAD.splitlines()[:3]), "acme.yaml:1: The file does not say about whom it is."),
        (HEAD.replace("company: Acme, ", ""), "acme.yaml:4: “company” is missing from"),
        (HEAD.replace("Acme", "365"), "acme.yaml:4: “company” takes a text, and this is 365. Put"),
        (HEAD + "  - Q01\n", "acme.yaml:5: The answers are not given by question."),
        (HEAD + f"  Q06: {'9' * 400}\n", "acme.yaml:6: Q06: Type a number"),
        (HEAD + "  Q06: 1e999\n", "acme.yaml:6: Q06: Type a number, such as 12m"),
    ],
)
def test_a_fault_is_told(tmp_path: Path, tiny: Questionnaire, text: str, fault: str) -> None:
    assert any(line.startswith(fault) for line in faults_in(tmp_path, text, tiny))


def test_a_file_of_nothing_but_faults_is_refused_at_once(
    tmp_path: Path, tiny: Questionnaire
) -> None:
    strangers = "".join(f"  {'X' * 50}{n}: 1\n" for n in range(60_000))
    told = faults_in(tmp_path, HEAD + strangers, tiny)
    assert len(told) == 101
    assert told[-1] == "… and more."
    assert faults_in(tmp_path, HEAD + "  Q01: " + "[" + "1," * 200_001 + "]", tiny) == [
        "acme.yaml holds more than 200,000 values, so it was not read."
    ]


def test_a_newer_format_is_told(tmp_path: Path, tiny: Questionnaire) -> None:
    file = write(tmp_path, HEAD.replace("format: 1", "format: 2") + "  new: [things]\n")
    with pytest.raises(
        NewerFileError,
        match=r"acme.yaml is from a newer Boardkit, format 2; this one reads up to 1\. Nothing was",
    ):
        open_file(file, tiny)


def test_the_questionnaire_is_one_that_ships_unless_it_is_given(tmp_path: Path) -> None:
    (fault,) = faults_in(tmp_path, HEAD, None)
    assert fault.startswith("acme.yaml:3: Boardkit has no questionnaire “tiny”. It has: ")
    text = HEAD.replace("tiny", "inference-exposure")
    opened = open_file(write(tmp_path, text))
    assert opened.questionnaire.id == opened.assessment.questionnaire.id == "inference-exposure"


def test_it_is_written_as_a_person_would(
    tmp_path: Path, tiny: Questionnaire, assessment: Assessment
) -> None:
    file = tmp_path / "acme.yaml"
    write_plain(file, assessment, tiny)
    assert file.read_text("utf-8") == (Path(__file__).with_name("plain.yaml")).read_text("utf-8")
    assert open_file(file, tiny).assessment == assessment


def test_a_derived_id_is_left_out(tmp_path: Path, tiny: Questionnaire) -> None:
    opened = open_file(write(tmp_path, HEAD), tiny)
    write_plain(tmp_path / "again.yaml", opened.assessment, tiny)
    assert "id:" not in (tmp_path / "again.yaml").read_text("utf-8").split()
    assert open_file(tmp_path / "again.yaml", tiny).assessment == opened.assessment


def test_what_would_be_read_otherwise_is_not_written(
    tmp_path: Path, tiny: Questionnaire, assessment: Assessment
) -> None:
    file = tmp_path / "acme.yaml"
    file.write_text("old")
    unfit = assessment.answers["Q01"].model_copy(update={"value": 9})
    with pytest.raises(FileError, match="Choose a level from 0 to 2"):
        write_plain(file, assessment.with_answer("Q01", unfit), tiny)
    other = assessment.with_answer("Q99", Answer(value=1))
    with pytest.raises(FileError, match="would not say the same as the assessment"):
        write_plain(file, other, tiny)
    assert file.read_text() == "old"


def test_the_example_in_the_documentation_opens(tmp_path: Path) -> None:
    page = (Path(__file__).parents[3] / "docs" / "file-format.md").read_text("utf-8")
    example = page.split("```yaml\n")[1].split("```")[0]
    answers = open_file(write(tmp_path, example)).assessment.answers
    assert answers["A01"].value == 120_000_000
    assert answers["A02"].state == "dont_know"
