"""Who may review in the browser: whoever came by the address that the command printed, once.

The token of the address is exchanged for a cookie and is worth nothing afterwards. A request must
name this machine as its host, which a page of another site cannot make a browser do by a name of
its own (DNS rebinding), and what changes something must carry the token of the form (CSRF).
"""

from __future__ import annotations

import hmac
import secrets
from threading import Lock

COOKIE = "souverain-review"
BYTES = 32


class Admission:
    """The secrets of one run.

    `host` is the one that requests must name, with its port; `address` is to be opened, once.
    """

    def __init__(self, host: str) -> None:
        self.host = host
        self.form = secrets.token_urlsafe(BYTES)
        self._session = secrets.token_urlsafe(BYTES)
        self._token = secrets.token_urlsafe(BYTES)
        self._lock = Lock()
        self.address = f"http://{host}/?token={self._token}"

    def exchange(self, token: str) -> str | None:
        """The value of the cookie for the token of the address; None once it was used."""
        with self._lock:
            if not self._token or not _same(token, self._token):
                return None
            self._token = ""
            return self._session

    def is_host(self, host: str) -> bool:
        """Whether a request named this machine, and the port."""
        return host == self.host

    def is_known(self, cookie: str) -> bool:
        """Whether a request comes from the browser that the token was given to."""
        return _same(cookie, self._session)

    def is_own_form(self, form: str, origin: str) -> bool:
        """Whether a change comes from one of our own forms."""
        return _same(form, self.form) and origin in {"", f"http://{self.host}"}


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode("utf-8"), other.encode("utf-8"))
