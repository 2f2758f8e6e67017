"""The parameters in the address of a page, each read as what it is to be."""

from __future__ import annotations

import datetime
from collections.abc import Collection
from urllib.parse import parse_qsl

from souverain.errors import BadValue

MOST = 100


class Parameters:
    """What an address asks for besides the page; a parameter that is not known is passed over."""

    def __init__(self, query: str) -> None:
        try:
            pairs = parse_qsl(query, keep_blank_values=True, errors="strict", max_num_fields=MOST)
        except ValueError:
            raise BadValue("list", "is no UTF-8, or too long", f"give at most {MOST}") from None
        self.all: dict[str, list[str]] = {}
        for name, value in pairs:
            self.all.setdefault(name, []).append(value)

    def text(self, name: str, default: str = "", longest: int = 500) -> str:
        """A text, without spaces around it; raises `BadValue` where it is given twice."""
        given = self.all.get(name, [default])
        if len(given) > 1:
            raise BadValue(name, "is given more than once", "give it once")
        if len(given[0]) > longest:
            raise BadValue(name, f"is longer than {longest} characters", "give a shorter one")
        return given[0].strip()

    def choice(self, name: str, choices: Collection[str], default: str) -> str:
        """One of the choices; raises `BadValue` for another."""
        value = self.text(name) or default
        if value not in choices and value != default:
            raise BadValue(name, f"cannot be {value!r}", f"give one of: {', '.join(choices)}")
        return value

    def date(self, name: str, default: str = "") -> str:
        """A date, as in 2012-10-02; raises `BadValue` for what is none."""
        value = self.text(name) or default
        try:
            return datetime.date.fromisoformat(value).isoformat() if value else ""
        except ValueError:
            raise BadValue(name, f"is no date: {value!r}", "give one, as in 2012-10-02") from None

    def whole(self, name: str, accepted: range, default: int) -> int:
        """A whole number; raises `BadValue` for what is none, or not accepted."""
        value = self.text(name)
        if not value:
            return default
        if not (value.isascii() and value.isdigit() and len(value) < 10):
            raise BadValue(name, f"is no whole number: {value!r}", _accepted(accepted))
        if int(value) not in accepted:
            raise BadValue(name, f"cannot be {value}", _accepted(accepted))
        return int(value)


def _accepted(accepted: range) -> str:
    return f"give one from {accepted[0]} to {accepted[-1]}"
