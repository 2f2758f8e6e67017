"""Every setting of the program: one table of name, default, unit and help.

A setting is read from the environment variable `SOUVERAIN_<NAME>`, then from an option of the
command, which wins. Nothing here is read at import.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Self

from souverain.errors import UnknownName, UsageError
from souverain.vocab import BASE

PREFIX = "SOUVERAIN_"


@dataclass(frozen=True)
class Setting:
    """One row of the table; `accepted` holds the values that make sense, `None` for any."""

    name: str
    default: str | int
    unit: str
    help: str
    accepted: Container[str | int] | None

    @property
    def variable(self) -> str:
        """The environment variable that sets it."""
        return PREFIX + self.name.upper()

    def parse(self, value: object, source: str) -> str | int:
        """The value in its type; `source` is what an error calls the place it came from."""
        try:
            parsed = type(self.default)(str(value))
        except ValueError:
            parsed = None
        if parsed is None or (self.accepted is not None and parsed not in self.accepted):
            raise UsageError(
                f"{source} cannot be {value!r}", hint=f"{self.help}: {self._expected()}"
            )
        return parsed

    def _expected(self) -> str:
        if isinstance(self.accepted, range):
            return f"a whole number from {self.accepted[0]} to {self.accepted[-1]}"
        if isinstance(self.accepted, tuple):
            return " or ".join(map(str, self.accepted))
        return "a whole number" if isinstance(self.default, int) else "a text"


def _row(default: Any, unit: str, help: str, accepted: Container[Any] | None = None) -> Any:
    return field(default=default, metadata={"unit": unit, "help": help, "accepted": accepted})


@dataclass(frozen=True)
class Settings:
    """The values that hold for one run; its fields are the table."""

    project: str = _row("", "folder", "the project's folder, where the current one is none")
    base: str = _row(BASE, "IRI", "what the IRIs of the graph begin with")
    host: str = _row("127.0.0.1", "address", "the address that the endpoint listens on")
    port: int = _row(8000, "port", "the port that it listens on", range(65536))
    data: str = _row("", "path", "an RDF file or folder to serve instead of the project")
    store: str = _row("", "folder", "a store to serve instead of the project's files")
    writable: str = _row("", "flag", "let those write to the store who have a token", ("", "yes"))
    shapes: str = _row(
        "project",
        "name",
        "the shapes that --data, or a new store, conforms to",
        ("project", "none"),
    )
    default_graph: str = _row(
        "union", "name", "what is asked without a graph's name", ("union", "strict")
    )
    query_seconds: int = _row(10, "seconds", "how long one query may take", range(1, 3601))
    query_memory_bytes: int = _row(
        1_073_741_824, "bytes", "how much memory one query may take", range(2**24, 2**40)
    )
    answer_rows: int = _row(
        1_000_000, "rows", "how many rows or triples one answer may have", range(1, 2**31)
    )
    answer_bytes: int = _row(
        268_435_456, "bytes", "how large one answer may be", range(1024, 2**36)
    )
    workers: int = _row(8, "processes", "how many processes evaluate queries", range(3, 257))
    heavy_workers: int = _row(
        2,
        "processes",
        "how many queries that take longer than a look-up run at once",
        range(1, 257),
    )
    lookup_milliseconds: int = _row(
        200, "milliseconds", "how long a look-up may take", range(1, 60_001)
    )
    waiting_queries: int = _row(256, "queries", "how many queries may wait", range(1, 65537))
    client_workers: int = _row(
        6, "processes", "how many queries of one client run at once", range(1, 257)
    )
    client_seconds_per_minute: int = _row(
        120, "seconds", "how much query time one client has in a minute", range(1, 2**20)
    )
    max_body_bytes: int = _row(
        1_048_576, "bytes", "how large the body of a request may be", range(1, 2**31)
    )
    connections: int = _row(1000, "connections", "how many may be open", range(1, 2**20))
    client_connections: int = _row(
        200, "connections", "how many of one client may be open", range(1, 2**20)
    )
    head_seconds: int = _row(
        10, "seconds", "how long the head of a request may take", range(1, 3601)
    )
    body_seconds: int = _row(
        30, "seconds", "how long the body of a request may take", range(1, 3601)
    )
    idle_seconds: int = _row(60, "seconds", "how long a connection may rest", range(1, 3601))
    stall_seconds: int = _row(
        30, "seconds", "how long a client may take nothing of its answer", range(1, 3601)
    )
    load_allow: str = _row(
        "", "IRIs", "the documents that LOAD may fetch, with commas between; none without it"
    )
    commit_seconds: int = _row(
        60, "seconds", "how long checking and keeping one change may take", range(1, 3601)
    )
    waiting_writes: int = _row(16, "writes", "how many writes may wait", range(1, 4097))
    keep_versions: int = _row(
        100,
        "versions",
        "how many versions are kept whole; of older ones each hundredth, and what each changed",
        range(1, 2**31),
    )
    cache_bytes: int = _row(
        67_108_864, "bytes", "how much memory ready answers take; 0 keeps none", range(2**40)
    )
    threads: int = _row(4, "threads", "how many pages are made at once", range(1, 257))
    service_allow: str = _row("", "IRIs", "the endpoints that SERVICE may ask, with commas between")
    service_contact: str = _row(
        "", "address", "whom other endpoints may write to about what we ask of them"
    )
    service_seconds: int = _row(
        8, "seconds", "how long one request to another endpoint may take", range(1, 3601)
    )
    service_rows: int = _row(
        10_000, "rows", "how many rows one SERVICE clause may bring", range(1, 2**20)
    )
    service_bytes: int = _row(
        4_194_304, "bytes", "how much one query may bring from elsewhere", range(1024, 2**28)
    )
    service_batch: int = _row(
        100, "rows", "how many bindings one request gives to another endpoint", range(1, 10_001)
    )
    service_requests: int = _row(
        8, "requests", "how many requests to other endpoints run at once", range(1, 257)
    )
    client_service_requests: int = _row(
        2, "requests", "how many of them run at once for one client", range(1, 257)
    )
    service_cache_bytes: int = _row(
        33_554_432, "bytes", "how much memory rows of other endpoints take", range(2**40)
    )
    service_cache_seconds: int = _row(
        300, "seconds", "how long rows of another endpoint are kept", range(86_401)
    )
    link_api: str = _row("", "IRI", "where items to link to are searched, if not at Wikidata")
    link_query: str = _row("", "IRI", "where they are queried, if not at Wikidata")
    link_cache: str = _row(
        "", "folder", "where answers of such services are kept, if not in the user's own"
    )
    link_cache_days: int = _row(
        30, "days", "how old such an answer may be and need not be asked for again", range(36_501)
    )
    link_tries: int = _row(
        5, "tries", "how often such a service is asked before it counts as failed", range(1, 21)
    )
    trusted_proxy: str = _row(
        "", "networks", "the proxies whose X-Forwarded headers count, with commas between"
    )
    log: str = _row(
        "", "file", "where each request is logged as a line of JSON; - is standard error"
    )
    log_level: str = _row(
        "info", "level", "how much is logged", ("debug", "info", "warning", "error")
    )

    @property
    def has_pages(self) -> bool:
        """Whether there is a site for people beside the data: where a project is served."""
        return not self.data and not (self.store and self.shapes == "none")

    @classmethod
    def read(cls, environ: Mapping[str, str], **options: object) -> Self:
        """The settings of the environment, overridden by the options that are not `None`.

        Raises `UsageError` that names the variable or option at fault.
        """
        table = {row.name: row for row in SETTINGS}
        if unknown := options.keys() - table.keys():
            raise UnknownName("setting", min(unknown), table)
        values = {
            row.name: row.parse(environ[row.variable], row.variable)
            for row in SETTINGS
            if environ.get(row.variable)
        }
        for name, value in options.items():
            if value is not None:
                values[name] = table[name].parse(value, f"--{name.replace('_', '-')}")
        return cls(**values)  # type: ignore[arg-type]


SETTINGS = tuple(
    Setting(row.name, row.default, **row.metadata)  # type: ignore[arg-type]
    for row in fields(Settings)
)
