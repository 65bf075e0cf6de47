"""Where the library is looked for."""

from pathlib import Path

import pytest

from boardkit.paths import cache_folder, data_folder, library_path


def test_the_library_that_is_named_comes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOARDKIT_LIBRARY", str(tmp_path / "from-environment"))
    assert library_path(tmp_path / "named") == tmp_path / "named"


def test_the_environment_comes_second(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOARDKIT_LIBRARY", str(tmp_path / "from-environment"))
    assert library_path() == tmp_path / "from-environment"


@pytest.mark.parametrize("blank", [None, "", " "])
def test_otherwise_it_lies_in_the_users_data_folder(
    blank: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    if blank is None:
        monkeypatch.delenv("BOARDKIT_LIBRARY", raising=False)
    else:
        monkeypatch.setenv("BOARDKIT_LIBRARY", blank)
    assert library_path() == data_folder() / "library.sqlite3"
    assert "boardkit" in str(data_folder()).lower()


def test_a_tilde_stands_for_the_home_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOARDKIT_LIBRARY", "~/one.sqlite3")
    assert library_path() == Path.home() / "one.sqlite3"
    assert library_path(Path("~/two.sqlite3")) == Path.home() / "two.sqlite3"


def test_documents_lie_in_the_users_cache_or_where_the_environment_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("BOARDKIT_CACHE", raising=False)
    assert "boardkit" in str(cache_folder()).lower()
    monkeypatch.setenv("BOARDKIT_CACHE", str(tmp_path))
    assert cache_folder() == tmp_path
