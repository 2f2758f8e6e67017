"""A request that changes the data: what is to be changed, by whom, and what is told of it."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import unquote

from souverain.commit.outcome import LONGEST_MESSAGE_CHARACTERS
from souverain.http.message import Request
from souverain.query.job import Job
from souverain.tokens import Token
from souverain.web.protocol import parameters, values, version
from souverain.web.refusals import BadParameter, PreconditionFailed


@dataclass(frozen=True)
class Write:
    """What is to be done: the job that works out the change, and who asks for it, and why.

    With `dry_run` it is only tried. `parent`, where it is not 0, is the version that must be the
    current one. `exists`, where it is not `None`, says whether the graph of the job must be there
    already. `created` is the graph that is answered with 201 and its place where it is new;
    `is_told` says that the answer has a body that tells what was changed.
    """

    job: Job
    token: Token
    message: str = ""
    dry_run: bool = False
    parent: int = 0
    created: str = ""
    is_told: bool = False
    exists: bool | None = None


def write(
    request: Request, job: Job, token: Token, *, created: str = "", is_told: bool = False
) -> Write:
    """The write with what its address says besides: `dry-run`, `message` and `parent`.

    Raises `BadParameter`.
    """
    given = parameters(request.query, "query string")
    message = next(iter(values(given, "message")), "")
    if len(message) > LONGEST_MESSAGE_CHARACTERS:
        raise BadParameter(
            "message", "is too long", f"give at most {LONGEST_MESSAGE_CHARACTERS} characters"
        )
    if values(given, "version"):
        raise BadParameter("version", "names what is past", "give the current one as parent")
    parent = version(given, "parent") or 0
    dry = values(given, "dry-run")
    if any(value not in ("", "true", "1", "false", "0") for value in dry):
        raise BadParameter("dry-run", f"cannot be {unquote(dry[0])[:50]!r}", "give it without one")
    is_dry = any(value not in ("false", "0") for value in dry)
    exists = _condition(request)
    return Write(job, token, message, is_dry, parent, created, is_told, exists)


def _condition(request: Request) -> bool | None:
    """Whether the graph must be there, or must not (RFC 9110, sections 13.1.1 and 13.1.2).

    Raises `PreconditionFailed` for the tags of answers: they are weak, and If-Match takes none.
    """
    match = request.headers.get("if-match", "").strip()
    if match and match != "*":
        raise PreconditionFailed("If-Match names a tag, and the tags of this server are weak")
    if request.headers.get("if-none-match", "").strip() == "*":
        return False
    return True if match else None
