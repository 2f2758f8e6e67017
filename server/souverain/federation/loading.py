"""What LOAD fetches: documents on a list of the operator's, had before the update is worked out.

The worker that works it out can open no socket: it gets the documents with the update, in the order
of its LOAD operations (SPARQL 1.1 Update, section 3.1.4).
"""

from __future__ import annotations

from dataclasses import replace
from typing import Self

from souverain import syntax
from souverain.errors import QueryRefused, ServiceError, ServiceFailed
from souverain.federation import allowed
from souverain.federation.allowed import Endpoint, Endpoints
from souverain.federation.exchange import Exchange
from souverain.federation.federated import agent
from souverain.formats import DATASET_FORMATS, GRAPH_FORMATS, Format
from souverain.http.message import media_type
from souverain.query import updates
from souverain.query.job import Job
from souverain.query.updates import Operation
from souverain.settings import Settings
from souverain.vocab import PREFIXES

OK = 200
# The payload of a LOAD SILENT that failed.
NOTHING = ("", b"")
_FORMATS: dict[str, Format] = {
    name: row
    for row in (*DATASET_FORMATS, *GRAPH_FORMATS)
    for name in (row.media_type, *row.aliases)
}
ACCEPT = ", ".join(row.media_type for row in GRAPH_FORMATS)


class Loading:
    """Fetches what the LOAD operations of an update name."""

    def __init__(self, documents: Endpoints, exchange: Exchange) -> None:
        self._documents = documents
        self._exchange = exchange

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """What the settings allow; raises `UsageError`."""
        documents = allowed.endpoints(settings.load_allow, "--load-allow")
        exchange = Exchange(agent(settings), settings.service_seconds, settings.max_body_bytes)
        return cls(documents, exchange)

    async def loaded(self, job: Job) -> Job:
        """The job with what its LOAD operations name; raises `QueryRefused` and `ServiceError`.

        Where nothing may be fetched, the worker refuses it, and tells errors of syntax before.
        """
        if not self._documents or "load" not in job.text.lower():
            return job
        made = [row for row in updates.operations(job.text) if row.is_load]
        payloads = [await self._payload(job, operation) for operation in made]
        return replace(job, payloads=tuple(payloads))

    async def _payload(self, job: Job, operation: Operation) -> tuple[str, bytes]:
        is_silent = operation.words[1:2] == ["SILENT"]
        try:
            return await self._fetched(self._document(operation))
        except (QueryRefused, ServiceError):
            if is_silent:
                return NOTHING
            raise

    def _document(self, operation: Operation) -> Endpoint:
        token = next((row.text for row in operation.tokens[1:] if row.text.upper() != "SILENT"), "")
        found = syntax.named(operation.prologue, [token], PREFIXES)
        iri = next(iter(found)) if found else token.strip("<>")
        if iri in self._documents:
            return self._documents[iri]
        told = ", ".join(f"<{name}>" for name in self._documents)
        raise QueryRefused(f"LOAD may not fetch <{iri[:200]}>", hint=f"it may fetch {told}")

    async def _fetched(self, document: Endpoint) -> tuple[str, bytes]:
        answer = await self._exchange.get(document, ACCEPT)
        if answer.status != OK:
            raise ServiceFailed(document.iri, f"answers with the status {answer.status}")
        kind = media_type(answer.headers)
        if kind not in _FORMATS:
            raise ServiceFailed(document.iri, f"answers with {kind or 'no media type'}")
        return _FORMATS[kind].name, bytes(answer.body)
