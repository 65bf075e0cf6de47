"""The program in docs/python.md does what it says."""

import csv
import re
import shutil
from pathlib import Path

import pytest

from tests.support.places import FIXTURES, ROOT

COLUMNS = {"life_expectancy": "life", "expected_years_schooling": "expected",
           "mean_years_schooling": "mean", "gni_pc_ppp": "income", "iso3": "code"}  # fmt: skip


def test_every_row_of_a_csv_file_is_scored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(FIXTURES / "hdi", "hdi")
    lines = (FIXTURES / "hdi" / "hdi-2022.csv").read_text(encoding="utf-8").splitlines()
    table = list(csv.reader(line for line in lines if not line.startswith("#")))
    names = [COLUMNS.get(name, name) for name in table[0]]
    table[2][names.index("mean")] = ""  # a gap
    with Path("countries.csv").open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([names, *table[1:]])

    guide = (ROOT / "docs" / "python.md").read_text(encoding="utf-8")
    (program,) = re.findall(r"^```python\n(.*?)^```$", guide, re.MULTILINE | re.DOTALL)
    exec(compile(program, "python.md", "exec"), {})

    with Path("scores.csv").open(newline="", encoding="utf-8") as file:
        scores = list(csv.reader(file))
    assert len(scores) == 193
    published = names.index("hdi_published")
    for country, (_, claimed, band) in zip(table[1:], scores, strict=True):
        if country is table[2]:
            assert band == "too early to say"
        else:
            assert f"{float(claimed) / 100:.3f}" == f"{float(country[published]):.3f}"
            assert band in ("Low", "Medium", "High", "Very high")
