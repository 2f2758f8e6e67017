"""Everything Souverain raises on purpose, in one tree.

    SouverainError             one clear sentence, and a hint that says what to do
    ├── DataError              the data is at fault; carries the findings
    │   ├── Unreadable         a file that is not there, or is no text: file and line
    │   ├── Unsound            a change after which the graph would not be in order
    │   ├── Unrevertable       a version whose change cannot be taken back as it stands
    │   ├── BadBackup          a backup that is not whole
    │   ├── BadText            a file or page that is no text of an article
    │   └── TurtleError        a Turtle file that does not parse: file and line
    ├── UsageError             the command or its surroundings are wrong
    │   ├── NotAProject        a folder without `graph/`
    │   ├── ReadOnlyProject    a write into the packaged data
    │   ├── PathExists         a file or folder that would be overwritten
    │   ├── Occupied           a place for an export that something has already
    │   ├── NothingSelected    a part of the data in which there is nothing
    │   ├── TooManyClaims      more claims than a format of an export holds
    │   ├── Unreleasable       formats that a release cannot have
    │   ├── Overfull           a sheet or cell with more than its format holds
    │   ├── Unwritten          a file that could not be written, so that none was
    │   ├── PortInUse          an address that another program listens on
    │   ├── NoSuchVersion      a version that the store does not have
    │   ├── Conflict           a change made for a version that is no more the current one
    │   ├── CorruptStore       a store that is not as it was left
    │   ├── AlreadyIn          an article that the project has, or has nearly
    │   ├── UnknownName        a name that nothing has, with near ones
    │   ├── Unasked            an answer that is not kept, and may not be asked for
    │   └── MissingExtra       an optional dependency that is not installed
    ├── QueryError             the query cannot be answered as it stands
    │   ├── QuerySyntaxError   not SPARQL: line, column and token
    │   ├── QueryRefused       SPARQL, and more than is offered: an update, SERVICE
    │   ├── Unwritable         an answer that the format asked for cannot hold
    │   ├── Unofferable        an answer of a kind for which no wanted format fits
    │   ├── NoSuchGraph        a named graph that the data do not have
    │   ├── NoSuchPage         an address that leads to nothing, with near ones
    │   ├── BadValue           a parameter of a page that makes no sense
    │   ├── TooManyAsked       more at once than one request may ask for
    │   ├── NoFormat           a page that is not to be had in any wanted media type
    │   ├── TooDeep            a query nested deeper than the evaluator can follow
    │   └── OverLimit          a query that needs more than one query may have
    │       ├── OutOfTime      seconds, of the clock or of the processor
    │       ├── OutOfMemory    bytes of memory
    │       ├── TooManyRows    rows of the answer
    │       │   └── TooManyChanges  lines of what changed between two versions
    │       └── TooManyBytes   bytes of the answer
    ├── Unanswered             the fault is not the query's: asking again later may help
    │   ├── Busy               too many queries at once
    │   ├── OverBudget         one client asked for more time than a minute gives it
    │   ├── Unkept             a change that could not be kept
    │   ├── WorkerLost         the process that evaluated the query was lost
    │   └── ServicePaused      another endpoint asked for a pause that the query has no time for
    └── ServiceError           an outside service failed
        ├── ServiceFailed      it could not be reached, or answered nonsense
        │   └── ServiceRefused it answered that the request is at fault
        ├── ServiceTooSlow     it did not answer in time
        └── ServiceTooLarge    it gave more rows or bytes than it may

Modules below `web` and `cli` raise these and know nothing of HTTP or of exit codes.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Finding:
    """One thing that a check found wrong: where, which node, which rule, and what to do.

    `line` counts from 1; 0 means that the finding is about the file or the graph as a whole.
    """

    file: str
    line: int
    node: str
    rule: str
    message: str
    hint: str = ""

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}" if self.line else self.file
        parts = [where, self.node, self.message, f"[{self.rule}]"]
        text = " ".join(part for part in parts if part)
        return f"{text}\n    -> {self.hint}" if self.hint else text


class SouverainError(Exception):
    """The root: `str()` is one sentence for a person, `hint` says what to do about it."""

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class DataError(SouverainError):
    """The data is at fault; `findings` name each place."""

    def __init__(self, message: str, *, hint: str = "", findings: Iterable[Finding] = ()) -> None:
        super().__init__(message, hint=hint)
        self.findings: Sequence[Finding] = tuple(findings)


class Unsound(DataError):
    """A change after which the graph would not be in order, so that nothing was changed."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        found = tuple(findings)
        number = f"{len(found)} finding{'' if len(found) == 1 else 's'}"
        super().__init__(
            f"nothing was changed: the graph would have {number}",
            hint="mend what they name, and send the change again",
            findings=found,
        )


class Unrevertable(DataError):
    """A version whose change cannot be taken back, for later ones changed the same."""

    def __init__(self, number: int, findings: Iterable[Finding]) -> None:
        super().__init__(
            f"nothing was changed: later versions changed what version {number} did",
            hint="take those back first, or go back to a whole version with --to",
            findings=findings,
        )


class BadBackup(DataError):
    """A backup that is not whole, or not as it was written; the findings name the files."""

    def __init__(self, path: str, findings: Iterable[Finding]) -> None:
        super().__init__(
            f"{path} is no whole backup, and nothing was restored",
            hint="restore from another one",
            findings=findings,
        )


class Unreadable(DataError):
    """A file that is not there, is a folder, may not be read, or is no text."""

    def __init__(self, path: str, reason: str, line: int = 0) -> None:
        hint = "put back a readable file of UTF-8 text"
        finding = Finding(path, line, "", "unreadable", reason, hint)
        where = f"{path}:{line}" if line else path
        super().__init__(f"{where}: {reason}", hint=hint, findings=[finding])


class BadText(DataError):
    """A file or page that is no text of an article: empty, binary, too large, not UTF-8."""

    def __init__(self, name: str, reason: str, hint: str) -> None:
        finding = Finding(name, 0, "", "article-text", reason, hint)
        super().__init__(f"{name}: {reason}", hint=hint, findings=[finding])


class TurtleError(DataError):
    """A file that does not parse as Turtle, or as the format that its name says."""

    def __init__(self, path: str, line: int, reason: str, format: str = "Turtle") -> None:
        hint = f"mend the {format}{' at that line' if line else ''}; nothing was read from the file"
        finding = Finding(path, line, "", "turtle-syntax", reason, hint)
        where = f"{path}:{line}" if line else path
        super().__init__(f"{where}: not {format}: {reason}", hint=hint, findings=[finding])
        self.path = path
        self.line = line


class UsageError(SouverainError):
    """The command, or what surrounds it, is wrong."""


class NotAProject(UsageError):
    """A folder that holds no graph."""

    def __init__(self, path: str) -> None:
        super().__init__(
            f"{path} is no Souverain project: it has no folder graph/",
            hint="make one with: souverain init DIR",
        )


class ReadOnlyProject(UsageError):
    """A write into the data that came with the package."""

    def __init__(self) -> None:
        super().__init__(
            "the packaged data is read-only",
            hint="make a project with: souverain init DIR, then use --project DIR",
        )


class PathExists(UsageError):
    """A file or folder that would have been overwritten."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path} exists and is not empty", hint="name a new or empty folder")


class Occupied(UsageError):
    """A place for an export that something has already."""

    def __init__(self, path: str, hint: str = "name another, or replace it: --force") -> None:
        super().__init__(f"{path} is there already", hint=hint)


class NothingSelected(UsageError):
    """A part of the data in which there is nothing."""

    def __init__(self, wanted: str) -> None:
        super().__init__(
            f"nothing is selected by {wanted}", hint="ask for more, or for other names and dates"
        )


class TooManyClaims(UsageError):
    """More claims than a format holds, so that nothing was written."""

    def __init__(self, format: str, most: int, claims: int) -> None:
        super().__init__(
            f"{format} goes up to {most} claims, and {claims} are selected",
            hint="narrow them with --only, or choose a format without a limit: "
            "souverain export --list",
        )


class Unreleasable(UsageError):
    """Formats that a release cannot have, so that nothing was written; each with the reason."""

    def __init__(self, why: Mapping[str, str]) -> None:
        told = "; ".join(f"{format}: {reason}" for format, reason in why.items())
        options = " ".join(f"--without {format}" for format in why)
        super().__init__(
            f"the release would lack {told}",
            hint=f"install what is missing, or leave them out: {options}",
        )


class Overfull(UsageError):
    """A sheet or a cell with more than its format holds, so that nothing was written."""

    def __init__(self, sheet: str, limit: str) -> None:
        super().__init__(
            f"the sheet {sheet} does not fit: {limit}",
            hint="narrow what is exported with --only, or choose csv, parquet or sqlite",
        )


class Unwritten(UsageError):
    """A file that could not be written, so that no file was changed."""

    def __init__(self, path: str, reason: str | None) -> None:
        super().__init__(
            f"{path} cannot be written: {reason}; no file was changed",
            hint="make room on the disk, or work in a folder that you may write to",
        )


class PortInUse(UsageError):
    """An address that another program listens on."""

    def __init__(self, host: str, port: int) -> None:
        super().__init__(
            f"{host}:{port} is in use by another program",
            hint=f"choose another port: souverain serve --port {port + 1}",
        )


class NoSuchVersion(UsageError):
    """A version that the store does not have."""

    def __init__(self, number: object, current: int) -> None:
        known = f"the versions are 1 to {current}" if current else "there is only the present one"
        super().__init__(f"there is no version {number}", hint=known)


class Conflict(UsageError):
    """A change that was made for a version which is no more the current one."""

    def __init__(self, parent: int, current: int) -> None:
        super().__init__(
            f"the change was made for version {parent}, and the current one is {current}",
            hint="look at what changed, and send it again",
        )


class CorruptStore(UsageError):
    """A store that is not as it was left; `path` is what is damaged, and `reason` how."""

    def __init__(self, path: str, reason: str, hint: str = "") -> None:
        super().__init__(
            f"{path} is damaged: {reason}",
            hint=hint or "restore a backup with: souverain restore BACKUP --store DIR",
        )
        self.path = path
        self.reason = reason


class AlreadyIn(UsageError):
    """An article that the project has, or has nearly; `share` is `None` where each byte is."""

    def __init__(self, name: str, slug: str, share: float | None = None) -> None:
        how = "it is in already" if share is None else f"{share:.0%} of it is the same"
        anyway = "to keep both, add --anyway"
        if share is not None:
            anyway += f"; if it is a corrected version, add --corrects {slug}"
        super().__init__(
            f"{name}: {how} as article {slug}",
            hint=f"review that one: souverain review {slug}; {anyway}",
        )
        self.slug = slug
        self.share = share


class UnknownName(UsageError):
    """A name that nothing has; near ones are suggested."""

    def __init__(self, kind: str, name: str, known: Iterable[str]) -> None:
        known = sorted(known)
        near = difflib.get_close_matches(name, known, n=3, cutoff=0.5) or known[:8]
        super().__init__(f"no {kind} is called {name!r}", hint=f"known: {', '.join(near)}")


class Unasked(UsageError):
    """An answer of a service that is not kept, where nothing may be asked."""

    def __init__(self, endpoint: str, request: str) -> None:
        super().__init__(
            f"offline: what <{endpoint}> says of {request!r} is not kept",
            hint="run the same command once without --offline",
        )
        self.request = request


class MissingExtra(UsageError):
    """An optional dependency that this command needs."""

    def __init__(self, extra: str, command: str) -> None:
        super().__init__(
            f"`souverain {command}` needs the extra {extra!r}",
            hint=f"install it with: pip install 'souverain[{extra}]'",
        )


class QueryError(SouverainError):
    """The query cannot be answered as it stands."""


class QuerySyntaxError(QueryError):
    """Not SPARQL: `line` and `column` count from 1, `token` is the offending text."""

    def __init__(self, reason: str, line: int, column: int, token: str) -> None:
        super().__init__(
            f"line {line}, column {column}: {reason}",
            hint="see https://www.w3.org/TR/sparql11-query/#grammar",
        )
        self.reason = reason
        self.line = line
        self.column = column
        self.token = token


class QueryRefused(QueryError):
    """SPARQL that asks for more than reading this data."""


class Unwritable(QueryError):
    """An answer that the format asked for cannot hold."""


class Unofferable(QueryError):
    """An answer of a kind for which no wanted format fits; `kind` is the name of the kind."""

    def __init__(self, kind: str) -> None:
        super().__init__(f"no wanted format can hold the answer, which is of the kind {kind}")
        self.kind = kind


class NoSuchGraph(QueryError):
    """A named graph that the data do not have."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"there is no graph <{name}>", hint="the service description lists the named graphs"
        )


class NoSuchPage(QueryError):
    """An address that leads to nothing; `near` are paths that were perhaps meant, with names."""

    def __init__(self, path: str, near: Iterable[tuple[str, str]] = (), *, hint: str = "") -> None:
        super().__init__("nothing is at this address", hint=hint)
        self.path = path
        self.near = [list(row) for row in near]


class BadValue(QueryError):
    """A parameter of a page that makes no sense."""

    def __init__(self, name: str, reason: str, hint: str) -> None:
        super().__init__(f"the parameter {name} {reason}", hint=hint)


class TooManyAsked(QueryError):
    """More at once than one request may ask for; `limit` is how many may be."""

    def __init__(self, name: str, limit: int) -> None:
        super().__init__(
            f"there are more than {limit} {name} in one request",
            hint=f"send at most {limit} at once, and the others after them",
        )
        self.limit = limit


class NoFormat(QueryError):
    """A page that is not to be had in any wanted media type; `offered` are those that are."""

    def __init__(self, offered: Iterable[str]) -> None:
        self.offered = list(offered)
        super().__init__(
            "the page is not to be had in any media type that is wanted",
            hint=f"ask for one of: {', '.join(self.offered)}",
        )


class TooDeep(QueryError):
    """A query nested deeper than the evaluator can follow."""

    def __init__(self) -> None:
        super().__init__(
            "the query is nested too deeply to be evaluated",
            hint="write it with fewer brackets, or a shorter chain of operators",
        )


class OverLimit(QueryError):
    """A query that needs more than one query may have; `limit` is how much, in `unit`."""

    unit = ""
    hints = ""

    def __init__(self, limit: float) -> None:
        super().__init__(
            f"the query needs more than {limit:g} {self.unit}, the limit for one query",
            hint=self.hints,
        )
        self.limit = limit


class OutOfTime(OverLimit):
    """A query that ran longer than it may, by the clock or by the processor."""

    unit = "seconds"
    hints = "ask for less: name more of what is looked for, or set a LIMIT"


class OutOfMemory(OverLimit):
    """A query that needs more memory than it may have."""

    unit = "bytes of memory"
    hints = "ask for less: avoid long strings, large groups and sorting everything"


class TooManyRows(OverLimit):
    """An answer with more rows or triples than it may have."""

    unit = "rows"
    hints = "ask for a part at a time with LIMIT and OFFSET"


class TooManyChanges(TooManyRows):
    """A difference between two versions between which more changed than is told at once."""

    unit = "changed triples"
    hints = "ask for fewer versions at a time, or see `souverain diff`"


class TooManyBytes(OverLimit):
    """An answer with more bytes than it may have."""

    unit = "bytes of answer"
    hints = "ask for a part at a time with LIMIT and OFFSET"


class Unanswered(SouverainError):
    """The fault is not the query's: asking again after `retry_seconds` may help."""

    def __init__(self, message: str, *, hint: str = "", retry_seconds: int = 1) -> None:
        super().__init__(message, hint=hint or f"ask again in {retry_seconds} s")
        self.retry_seconds = retry_seconds


class Busy(Unanswered):
    """Too many queries at once."""


class OverBudget(Unanswered):
    """One client asked for more query time than a minute gives it."""


class Unkept(Unanswered):
    """A change that could not be kept, or of which it is not known whether it was."""


class WorkerLost(Unanswered):
    """The process that evaluated the query was lost."""

    def __init__(self) -> None:
        super().__init__("the process that evaluated the query was lost", retry_seconds=1)


class ServicePaused(Unanswered):
    """Another endpoint asked for a pause, by `Retry-After`, that the query has no time for."""

    def __init__(self, endpoint: str, retry_seconds: int) -> None:
        super().__init__(
            f"<{endpoint}> asks for a pause of {retry_seconds} s", retry_seconds=retry_seconds
        )
        self.endpoint = endpoint


class ServiceError(SouverainError):
    """An outside service failed or answered nonsense; `endpoint` is its IRI."""

    def __init__(self, endpoint: str, reason: str, *, hint: str = "") -> None:
        super().__init__(f"<{endpoint}> {reason}", hint=hint or self.hints)
        self.endpoint = endpoint

    hints = "ask again later, or with SERVICE SILENT, which goes on without it"


class ServiceFailed(ServiceError):
    """An endpoint that could not be reached, or answered nonsense."""


class ServiceRefused(ServiceFailed):
    """A service that answered that the request is at fault; `code` is its name for the fault."""

    def __init__(self, endpoint: str, code: str, reason: str, *, hint: str = "") -> None:
        super().__init__(endpoint, f"refuses with the error {code}: {reason}", hint=hint)
        self.code = code


class ServiceTooSlow(ServiceError):
    """An endpoint that did not answer in time."""

    hints = "ask it for less, or with SERVICE SILENT, which goes on without it"


class ServiceTooLarge(ServiceError):
    """An endpoint that gave more than one clause may bring."""

    hints = "name more of what is looked for within the SERVICE, or before it"
