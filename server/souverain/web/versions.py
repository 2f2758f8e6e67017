"""The version of the data that a request names."""

from __future__ import annotations

from souverain.errors import NoSuchVersion
from souverain.http.message import Request
from souverain.web.protocol import parameters, values
from souverain.web.served import Served


def asked(name: str, served: Served) -> tuple[int, str]:
    """The number of an earlier version of a store, else 0, and what tells its answers from others.

    A version is called by its number, or by the digest that the current one has. Raises
    `NoSuchVersion`.
    """
    summary = served.summary
    if name in ("", summary.version, str(summary.number or summary.version)):
        return 0, served.version
    if not (name.isascii() and name.isdigit() and 0 < int(name[:10]) < summary.number):
        raise NoSuchVersion(name[:80], summary.number)
    return int(name), f"{served.version} {name}"


def of(request: Request, served: Served) -> tuple[int, str]:
    """The same for the version that the address of a request names, or the current one."""
    given = values(parameters(request.query, "query string"), "version")
    return asked(given[0] if given else "", served)
