"""Who may write to a store: tokens, of which only digests are kept, in a file of their own.

A token is 32 random bytes behind a short name by which it is listed and revoked. What is secret is
as long as its digest, so that a plain SHA-256 keeps it (no password is ever hashed here).
"""

from __future__ import annotations

import datetime
import hashlib
import hmac
import json
import os
import secrets
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from souverain.clock import stamp
from souverain.errors import CorruptStore, UnknownName, Unwritten, UsageError
from souverain.versions import lock
from souverain.versions.disk import write_through

FILE = "tokens.json"
# Not that of the writers: a token is revoked at once, whatever is being committed.
LOCK = "tokens.lock"
# Each scope may do what those before it may.
SCOPES = ("write", "admin")
_MARK = "svr"


@dataclass(frozen=True)
class Token:
    """One token: `id` is its public part, `name` is whoever writes with it, dates are in UTC."""

    id: str
    name: str
    scope: str
    digest: str
    created: str
    expires: str = ""
    revoked: str = ""

    def allows(self, scope: str) -> bool:
        """Whether its scope is enough."""
        return SCOPES.index(self.scope) >= SCOPES.index(scope)

    def state(self, now: str) -> str:
        """`valid`, `expired` or `revoked`, at a time as `stamp` writes it."""
        if self.revoked:
            return "revoked"
        return "expired" if self.expires and self.expires <= now else "valid"


def add(root: Path, scope: str, name: str = "", days: int = 0) -> tuple[Token, str]:
    """A new token, and its text, which is kept nowhere; with `days`, it expires after so many.

    Raises `UsageError` for a scope that there is none of.
    """
    if scope not in SCOPES:
        raise UsageError(
            f"there is no scope {scope!r}", hint=f"the scopes are {' and '.join(SCOPES)}"
        )
    id, secret = secrets.token_hex(4), secrets.token_urlsafe(32)
    text = f"{_MARK}_{id}_{secret}"
    expires = stamp(datetime.timedelta(days=days)) if days else ""
    token = Token(id, name or f"token {id}", scope, _digest(text), stamp(), expires)
    with lock.held(root, name=LOCK):
        _write(root, [*read(root), token])
    return token, text


def revoke(root: Path, id: str) -> Token:
    """The token, which is worth nothing from now on; raises `UnknownName`."""
    with lock.held(root, name=LOCK):
        found = {token.id: token for token in read(root)}
        if id not in found:
            raise UnknownName("token", id, found)
        found[id] = replace(found[id], revoked=found[id].revoked or stamp())
        _write(root, found.values())
    return found[id]


def read(root: Path) -> list[Token]:
    """All tokens of a store, in the order in which they were made."""
    path = root / FILE
    try:
        return [Token(**row) for row in json.loads(path.read_text("utf-8"))]
    except FileNotFoundError:
        return []
    except (OSError, ValueError, TypeError) as fault:
        raise CorruptStore(str(path), str(fault)) from None


class Keyring:
    """The tokens of a store as a server looks them up: read again when their file has changed."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._seen: tuple[int, int] | None = None
        self._tokens: dict[str, Token] = {}

    def __bool__(self) -> bool:
        """Whether there is any token that is worth something."""
        now = stamp()
        return any(token.state(now) == "valid" for token in self._current().values())

    def find(self, text: str) -> Token | None:
        """The token that a text is, whatever its state; nothing where it is none."""
        _, _, rest = text.partition("_")
        token = self._current().get(rest.partition("_")[0])
        digest = _digest(text)
        # Compared even where there is none, so that the time does not tell which ids there are.
        is_it = hmac.compare_digest(token.digest if token else "0" * len(digest), digest)
        return token if token and is_it else None

    def _current(self) -> dict[str, Token]:
        try:
            told = os.stat(self._root / FILE)
            seen = (told.st_mtime_ns, told.st_ino)
        except FileNotFoundError:
            seen = (0, 0)
        if seen != self._seen:
            self._tokens = {token.id: token for token in read(self._root)}
            self._seen = seen
        return self._tokens


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _write(root: Path, tokens: Iterable[Token]) -> None:
    """Replace the file at once; only its owner may read it. Raises `Unwritten`."""
    text = json.dumps([asdict(token) for token in tokens], indent=2)
    try:
        write_through(root / FILE, text, mode=0o600)
    except OSError as fault:
        raise Unwritten(str(root / FILE), fault.strerror) from None
