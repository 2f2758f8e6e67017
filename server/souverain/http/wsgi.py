"""A WSGI application (PEP 3333) answers requests, in threads, beside the loop."""

from __future__ import annotations

import asyncio
import io
import logging
import sys
from collections.abc import AsyncIterator, Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import copy_context
from threading import BoundedSemaphore, Lock
from typing import Any
from urllib.parse import unquote_to_bytes

from souverain.http.handler import Problem
from souverain.http.message import Request, Response

LOG = logging.getLogger(__name__)
# A body that is no longer is gathered in the thread that makes it.
SMALL_BYTES = 65_536
PORTS = {"http": "80", "https": "443"}
# The body comes in one piece, whatever it came in; the last would become HTTP_PROXY, which some
# libraries take for their own setting.
UNTOLD = {"content-length", "content-type", "transfer-encoding", "proxy"}

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


class Wsgi:
    """Answers with an application: so many requests at once, so many more that wait.

    A long body is made as it is sent, chunk by chunk, by whichever thread is free: what the
    application keeps in context variables is there for each, what it keeps by thread is not.
    """

    def __init__(
        self, app: Application, threads: int, problem: Problem, waiting_requests: int = 256
    ) -> None:
        self._app = app
        self._problem = problem
        self._places = BoundedSemaphore(threads + waiting_requests)
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="wsgi")

    async def respond(self, request: Request) -> Response:
        """The application's response; 500 where it fails, 503 where too many requests wait."""
        if not self._places.acquire(blocking=False):
            return self._problem(503, request).adding({"Retry-After": "1"})
        running = self._pool.submit(self._answer, request)
        running.add_done_callback(self._leave)
        try:
            return await asyncio.wrap_future(running)
        except Exception:
            LOG.exception("failed: %s %s", request.method, request.url)
            return self._problem(500, request)

    def close(self) -> None:
        """Take no more requests, and do not wait for those that run."""
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _leave(self, _: Future[Response]) -> None:
        self._places.release()

    def _answer(self, request: Request) -> Response:
        call = _Call(self._app)
        try:
            first, is_all = call.begin(environ(request))
        except BaseException:
            call.close()
            raise
        status = int(call.status[:3])
        if not is_all:
            return Response(status, call.headers, _Rest(call, first, self._pool))
        call.close()
        return Response(status, call.headers, first)


class _Call:
    """One call of an application; at any time, at most one thread is in it."""

    def __init__(self, app: Application) -> None:
        self.status = ""
        self.headers: dict[str, str] = {}
        self._app = app
        self._body: Iterable[bytes] = ()
        self._written: list[bytes] = []
        self._has_begun = False
        self._context = copy_context()
        self._lock = Lock()

    def begin(self, environ: dict[str, Any]) -> tuple[bytes, bool]:
        """The first bytes of the body, and whether they are all of it."""
        with self._lock:
            return self._context.run(self._begin, environ)

    def next(self) -> bytes | None:
        """The next chunk, if any."""
        with self._lock:
            return self._context.run(next, self._chunks, None)

    def close(self) -> None:
        """Tell the application that no more is wanted."""
        with self._lock:
            if ending := getattr(self._body, "close", None):
                self._context.run(ending)
            self._body = ()

    def _begin(self, environ: dict[str, Any]) -> tuple[bytes, bool]:
        self._body = self._app(environ, self._start)
        self._chunks = iter(self._body)
        gathered: list[bytes] = []
        size = 0
        for chunk in self._chunks:
            gathered.append(chunk)
            size += len(chunk)
            if size > SMALL_BYTES:
                break
        else:
            size = 0
        if not self.status:
            raise RuntimeError("the application did not call start_response")
        self._has_begun = True
        return b"".join(self._written + gathered), not size

    def _start(
        self, status: str, headers: list[tuple[str, str]], exc_info: Any = None
    ) -> Callable[[bytes], None]:
        if exc_info and self._has_begun:
            raise exc_info[1].with_traceback(exc_info[2])
        if self.status and not exc_info:
            raise RuntimeError("the application called start_response twice")
        self.status = status
        self.headers = {}
        for name, value in headers:
            told = self.headers.get(name)
            self.headers[name] = value if told is None else f"{told}, {value}"
        return self._written.append


class _Rest(AsyncIterator[bytes]):
    """A body in chunks, each made when it is asked for."""

    def __init__(self, call: _Call, first: bytes, pool: ThreadPoolExecutor) -> None:
        self._call = call
        self._first = first
        self._pool = pool

    async def __anext__(self) -> bytes:
        if self._first:
            first, self._first = self._first, b""
            return first
        chunk = await asyncio.get_running_loop().run_in_executor(self._pool, self._call.next)
        if chunk is None:
            raise StopAsyncIteration
        return chunk

    async def aclose(self) -> None:
        """Close the application's body, also where nobody waits for it any more."""
        closing = self._pool.submit(self._call.close)
        await asyncio.shield(asyncio.wrap_future(closing))


def environ(request: Request) -> dict[str, Any]:
    """The request as PEP 3333 wants it; a header whose name has a low line is left out.

    Such a name could pass for another one, with a hyphen, that a proxy in front has checked.
    """
    scheme, _, rest = request.url.partition("://")
    host, _, path = rest.partition("/")
    name, _, port = host.rpartition(":") if host[-1:].isdigit() and ":" in host else (host, "", "")
    told = {
        f"HTTP_{key.upper().replace('-', '_')}": value
        for key, value in request.headers.items()
        if key not in UNTOLD and "_" not in key
    }
    return told | {
        "REQUEST_METHOD": request.method,
        "SCRIPT_NAME": "",
        "PATH_INFO": unquote_to_bytes(f"/{path}").decode("latin-1"),
        "QUERY_STRING": request.query.decode("latin-1"),
        "CONTENT_TYPE": request.headers.get("content-type", ""),
        "CONTENT_LENGTH": str(len(request.body)) if request.body else "",
        "HTTP_HOST": host,
        "SERVER_NAME": name,
        "SERVER_PORT": port or PORTS.get(scheme, ""),
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": request.client,
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scheme,
        "wsgi.input": io.BytesIO(request.body),
        "wsgi.input_terminated": True,
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    }
