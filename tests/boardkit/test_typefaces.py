import pytest

from boardkit.typefaces import FACES, face_path, shortened, text_width, wrapped


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
