"""What may be told of a failure: where it happened, never what was typed."""

from ui.technical import technical_part

SECRET = "12.5m of ARR"


def fail(secret: str) -> None:
    try:
        raise ValueError(f"could not read {secret}")
    except ValueError as fault:
        raise KeyError(secret) from fault


def caught() -> KeyError:
    try:
        fail(SECRET)
    except KeyError as fault:
        return fault
    raise AssertionError


def test_it_names_types_files_lines_and_functions() -> None:
    text = technical_part(caught())
    assert "KeyError" in text
    assert "Caused by ValueError" in text
    assert "tests/ui/test_technical.py:" in text
    assert "in fail" in text
    assert text.startswith("Boardkit ")


def test_it_holds_no_values_and_no_home_folder() -> None:
    text = technical_part(caught())
    assert SECRET not in text
    assert "could not read" not in text
    assert "raise" not in text  # no line of code either
    assert "/root" not in text
    assert "/home" not in text


def test_a_class_of_our_own_is_named_with_its_module() -> None:
    class Odd(Exception):
        pass

    assert "test_technical" in technical_part(Odd("x")).splitlines()[1]


def test_a_circle_of_causes_ends() -> None:
    one, other = ValueError("a"), TypeError("b")
    one.__cause__, other.__cause__ = other, one
    assert technical_part(one).count("Caused by") == 1
