"""The example of the README runs as it stands."""

from __future__ import annotations

import re
from pathlib import Path

README = Path(__file__).parents[2] / "README.md"


def test_the_example_prints_shares_with_the_words_that_say_them(address, capsys):
    (code,) = re.findall(r"```python\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
    exec(code.replace("http://127.0.0.1:8000", address), {})
    lines = capsys.readouterr().out.splitlines()
    assert "20 Numergy, détenu à 47 % par SFR, à 20 % par Bull" in lines
    assert len(lines) == 3
