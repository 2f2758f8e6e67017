"""The time that it is, where something is kept with its date."""

from __future__ import annotations

import datetime


def stamp(after: datetime.timedelta = datetime.timedelta()) -> str:
    """The time that it is, or will be after so long, in UTC, as an `xsd:dateTime`."""
    now = datetime.datetime.now(datetime.UTC)  # noqa: TID251
    return (now + after).strftime("%Y-%m-%dT%H:%M:%SZ")
