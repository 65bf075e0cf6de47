"""YAML as plain data that remembers its lines, and what of YAML is refused."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from boardkit.errors import BoardkitError, ContentError, FileError
from boardkit.sources import SIZE_LIMIT, Loc, parse_source, read_source, resolve

TEXT = """\
# A pond.
title: Pond
questions:
  - id: A01
    levels: [Green, Clear]
    score: {dimension: water, draw: 1}
  - id: A02
    help: >-
      Look twice,
      from both banks.
    minutes: 2
"""


def test_every_piece_of_data_has_its_line() -> None:
    source = parse_source(TEXT, "pond.yaml")
    assert source.data["questions"][1]["help"] == "Look twice, from both banks."
    for loc, line in [
        (("title",), 2),
        (("questions",), 3),
        (("questions", 0), 4),
        (("questions", 0, "levels", 1), 5),
        (("questions", 0, "score", "draw"), 6),
        (("questions", 1), 7),
        (("questions", 1, "help"), 8),
        (("questions", 1, "minutes"), 11),
    ]:
        assert str(source.place(loc)) == f"pond.yaml:{line}"


def test_what_a_location_names_beyond_the_data_is_passed_over() -> None:
    source = parse_source(TEXT, "pond.yaml")
    assert source.place(("questions", 0, "level", "score", "goalposts", 1)).line == 6
    assert source.place(("nothing", "of", "the", "kind")).line == 2
    assert parse_source("", "empty.yaml").place(()).line == 0


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("no", "no"), ("yes", "yes"), ("on", "on"), ("n", "n"), ("12:30", "12:30"),
        ("2026-12-15", "2026-12-15"), ("1_000", "1_000"), ("0x1F", "0x1F"), ("1.0.0", "1.0.0"),
        (".inf", ".inf"), ("nan", "nan"), ("1e", "1e"), ("12%", "12%"), ("None", "None"),
        ("true", True), ("False", False), ("null", None), ("~", None), ("", None),
        ("12", 12), ("-3", -3), ("007", 7), ("1.5", 1.5), (".5", 0.5), ("1e3", 1000.0), ("-2.5E-1", -0.25),
        ("'12'", "12"), ('"true"', "true"), ("! 12", 12), ("9" * 19, 1e19),
    ],
)  # fmt: skip
def test_plain_words_mean_what_yaml_1_2_says(written: str, meant: object) -> None:
    value = parse_source(f"key: {written}\n", "file.yaml").data["key"]
    assert value == meant
    assert type(value) is type(meant)


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("a: 1\nb: [1, 2\nc: 3\n", 3, "this is not YAML: did not find expected ',' or ']'"),
        ("a: 1\n\tb: 2\n", 2, "this is not YAML: found a tab character"),
        ("é: ü\na: \x07\n", 2, "this is not YAML: it holds a character that cannot be printed"),
        ("a: 1\nb: 2\na: 3\n", 3, "there is a second “a”; the first is on line 1"),
        ("a:\n  b: &x 1\nc: *x\n", 2, "there is an anchor or alias"),
        ("a: 1\n--- \nb: 2\n", 2, "there is a second document"),
        ("a: !!python/object:os.system x\n", 1, "there is the tag tag:yaml.org,2002:python/object"),
        ("? [a, b]\n: 1\n", 1, "there is a key that is not a simple word"),
        ("a: " + "[" * 60 + "]" * 60, 1, "there is more than 40 levels of nesting"),
    ],
)
def test_what_is_not_read_is_refused_with_its_line(text: str, line: int, problem: str) -> None:
    with pytest.raises(ContentError) as refusal:
        parse_source(text, "pond.yaml")
    assert str(refusal.value).startswith(f"pond.yaml:{line}: {problem}")
    assert (refusal.value.file, refusal.value.line) == ("pond.yaml", line)


def test_a_file_is_read_with_or_without_a_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "pond.yaml"
    path.write_bytes(b"\xef\xbb\xbftitle: T\xc3\xbcmpel\r\n")
    source = read_source(path, "sections/pond.yaml")
    assert source.data == {"title": "Tümpel"}
    assert str(source.place(("title",))) == "sections/pond.yaml:1"


def test_files_that_cannot_be_read_say_why(tmp_path: Path) -> None:
    with pytest.raises(FileError, match=r"pond\.yaml cannot be read: No such file"):
        read_source(tmp_path / "pond.yaml")
    with pytest.raises(FileError, match="cannot be read: Is a directory"):
        read_source(tmp_path)
    latin = tmp_path / "latin.yaml"
    latin.write_bytes("title: Tümpel".encode("latin-1"))
    with pytest.raises(FileError, match=r"latin\.yaml is not a text in UTF-8"):
        read_source(latin)
    huge = tmp_path / "huge.yaml"
    huge.write_bytes(b" " * (SIZE_LIMIT + 1))
    with pytest.raises(FileError, match="larger than 5 MB"):
        read_source(huge)


# Laws

# A text that the two versions of YAML read differently is a trap, not plain data; so are the line ends
# that one of them knows and the other writes out as they are.
CHARACTERS = st.characters(codec="utf-8", exclude_characters="\x85\u2028\u2029\ufeff")
PLAIN_TEXTS = st.text(CHARACTERS, max_size=12).filter(lambda x: resolve(x) == x)
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**17), 10**17),
    st.floats(allow_nan=False, allow_infinity=False),
    PLAIN_TEXTS,
)
DATA = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(PLAIN_TEXTS, inner, max_size=4)
    ),
    max_leaves=12,
)


@settings(deadline=None)
@given(DATA, st.booleans(), st.booleans())
def test_plain_data_is_read_as_other_readers_do(data: Any, flow: bool, escaped: bool) -> None:
    text = yaml.safe_dump(data, default_flow_style=flow, sort_keys=False, allow_unicode=not escaped)
    assert parse_source(text, "file.yaml").data == yaml.safe_load(text) == data


@settings(deadline=None)
@given(DATA)
def test_every_value_has_a_place_in_the_text(data: Any) -> None:
    text = yaml.safe_dump(data, sort_keys=False)
    source = parse_source(text, "file.yaml")
    lines = len(text.splitlines())
    for loc in _locations(data, ()):
        assert loc in source.places
        assert 1 <= source.places[loc].line <= lines


def _locations(data: Any, loc: Loc) -> Iterator[Loc]:
    yield loc
    if isinstance(data, dict | list):
        for key, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from _locations(value, (*loc, key))


@settings(deadline=None)
@given(
    st.text(st.characters(codec="utf-8"), max_size=80)
    | st.text("ab:-[]{}&*!|>'\"#? \n\t", max_size=40)
)
def test_any_text_is_read_or_refused(text: str) -> None:
    refusal: BoardkitError | None = None
    try:
        parse_source(text, "file.yaml")
    except BoardkitError as fault:
        refusal = fault
    assert refusal is None or str(refusal).startswith("file.yaml:")
