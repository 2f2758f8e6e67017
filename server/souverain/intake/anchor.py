"""The publication of an article, as the anchor of its dates without a year.

A year that is not printed is inferred from it and carries a question mark (ISO 8601-2:2019).
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from souverain import dates


@dataclass(frozen=True)
class Anchor:
    """The date of publication as far as it is known: a year, and perhaps a month and a day."""

    year: int
    month: int = 0
    day: int = 0

    @classmethod
    def of(cls, published: str | None) -> Anchor | None:
        """The anchor that an EDTF date gives: only so much as its first and last day share.

        Raises `DataError` for a text that is not EDTF.
        """
        first, last = dates.bounds(published) if published else (None, None)
        if first is None or last is None or first.year != last.year:
            return None
        if first.month != last.month:
            return cls(first.year)
        return cls(first.year, first.month, first.day if first == last else 0)

    def nearest(self, month: int, direction: str) -> int:
        """The year of a month without one: the past one, unless `direction` is "prochain"."""
        if direction.startswith("prochain"):
            return self.year + (bool(self.month) and month <= self.month)
        if direction.startswith("dernier") and self.month == month:
            return self.year - 1
        return self.year - (bool(self.month) and month > self.month)

    def is_ahead(self, month: int, day: int) -> bool:
        """Whether a day is still to come in the very month."""
        return month == self.month and day >= self.day

    def season(self, month: int, direction: str) -> int:
        """The year of a season that begins in a month: this year's, unless `direction` is given."""
        if direction.startswith("dernier"):
            return self.year - (bool(self.month) and month >= self.month)
        if direction.startswith("prochain"):
            return self.year + (bool(self.month) and month <= self.month)
        return self.year

    def years(self, shift: int) -> str:
        """The year so many years away, as EDTF."""
        return f"{self.year + shift}?"

    def months(self, shift: int) -> str:
        """The month so many months away, as EDTF; empty where the month is not known."""
        if not self.month:
            return ""
        year, month = divmod(self.year * 12 + self.month - 1 + shift, 12)
        return f"{year}?-{month + 1:02}"

    def days(self, shift: int) -> str:
        """The day so many days away, as EDTF; empty where the day is not known."""
        if not self.day:
            return ""
        found = date(self.year, self.month, self.day) + timedelta(days=shift)
        return f"{found.year}?-{found.month:02}-{found.day:02}"

    def weekday(self, wanted: int, direction: str) -> str:
        """The last such day of the week, 0 is Monday, or the next where `direction` says so."""
        if not self.day:
            return ""
        now = calendar.weekday(self.year, self.month, self.day)
        if direction == "prochain":
            return self.days((wanted - now) % 7 or 7)
        back = (now - wanted) % 7
        return self.days(-(back or 7) if direction else -back)
