import pytest

from boardkit.typefaces import FACES, face_path, in_lines, shortened, text_width, wrapped


def test_every_face_is_there() -> None:
    assert all(face_path(*face).is_file() for face in FACES.values())


def test_widths_are_those_of_the_font() -> None:
    # Source Sans Pro: a digit is 497/1000 em wide, in every weight's tabular default.
    assert text_width("0000", 10) == pytest.approx(4 * 4.97)
    assert text_width("mm", 20) == pytest.approx(2 * text_width("m", 20))
    assert text_width("bold", 12, 600) > text_width("bold", 12)


def test_texts_are_cut_and_wrapped_to_their_room() -> None:
    name = "A company with a very long name indeed, " * 10
    assert shortened("short", 11, 200) == "short"
    cut = shortened(name, 11, 120)
    assert cut.endswith("…")
    assert text_width(cut, 11) <= 120
    rows = wrapped(name, 11, 100, lines=2)
    assert len(rows) == 2
    assert all(text_width(row, 11) <= 100 for row in rows)
    assert wrapped("one", 11, 100) == ["one"]


def test_a_script_that_the_face_lacks_counts_as_wide() -> None:
    assert text_width("漢字", 10) == 20


def test_what_has_no_spaces_wraps_too() -> None:
    name = "株式会社回形針工作流程解決方案、有限公司"
    rows = wrapped(name, 10, 80, lines=4)
    assert "".join(rows) == name
    assert all(text_width(row, 10) <= 80 for row in rows)
    assert not any(row.startswith("、") for row in rows)
    word = "Antidisestablishmentarianism"
    assert "".join(wrapped(word, 11, 60, lines=9)) == word
    assert wrapped(word * 9, 11, 60, lines=2)[1].endswith("…")


def test_lines_break_at_spaces_wherever_there_are_some() -> None:
    assert wrapped("Squeeze by labs and architecture", 11.5, 100) == [
        "Squeeze by labs and", "architecture",
    ]  # fmt: skip
    assert wrapped("  a \n b  ", 11, 200) == ["a b"]
    assert wrapped("", 11, 200) == []


def test_marks_that_stand_on_a_letter_have_no_width() -> None:
    assert text_width("\u05d0\u05b8", 10) == text_width("\u05d0", 10)


def test_what_takes_too_many_lines_is_cut_where_the_last_one_ends() -> None:
    name = "A company with a very long name indeed, " * 10
    cut = in_lines(name, 11, 100, 3)
    assert name.startswith(cut[:-1].rstrip())
    assert cut.endswith("…")
    assert len(wrapped(cut, 11, 100, lines=9)) == 3
    assert in_lines("short\n", 11, 100, 3) == "short\n"
    word = "Antidisestablishmentarian" * 9
    assert word.startswith(in_lines(word, 11, 60, 2)[:-1])
    assert in_lines("", 11, 60, 2) == ""
