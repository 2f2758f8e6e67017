"""Who may write: the Bearer token of a request (RFC 6750), and whether its scope is enough."""

from __future__ import annotations

from souverain.clock import stamp
from souverain.http.message import Request
from souverain.tokens import Keyring, Token
from souverain.web.refusals import ScopeTooSmall, TokenRefused, UpdateRefused

WRITE, ADMIN = "write", "admin"


def holder(request: Request, keyring: Keyring | None, scope: str = WRITE) -> Token:
    """The token of a request that may write; raises `RequestError` for one that may not."""
    if keyring is None:
        raise UpdateRefused
    if not keyring:
        raise UpdateRefused("writing is off: there is no token that would let anyone write")
    scheme, _, text = request.headers.get("authorization", "").strip().partition(" ")
    if scheme.lower() != "bearer" or not text.strip():
        raise TokenRefused("" if not scheme else "only a Bearer token is taken")
    token = keyring.find(text.strip())
    state = token.state(stamp()) if token else "unknown"
    if token is None or state != "valid":
        raise TokenRefused(f"the token is {state}")
    if not token.allows(scope):
        raise ScopeTooSmall(token.scope, scope)
    return token
