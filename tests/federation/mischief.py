"""A server on this machine that answers as nobody should."""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
from collections.abc import Callable

RIGHT = b'{"head":{"vars":["s"]},"results":{"bindings":[{"s":{"type":"uri","value":"urn:a"}}]}}'
TYPE = "Content-Type: application/sparql-results+json"
STEP_SECONDS = 0.02

Deed = Callable[[socket.socket], None]


class Mischief:
    """Listens, keeps what it hears, and does one deed after the other; the last again and again.

    `secured`: by HTTPS, and no longer once somebody did not want to go on with it.
    """

    def __init__(self, *deeds: Deed, secured: ssl.SSLContext | None = None) -> None:
        self.heard: list[bytes] = []
        self.hung_up = threading.Event()
        self._deeds = list(deeds)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        if secured:
            self._listener = secured.wrap_socket(self._listener, server_side=True)
        self.iri = f"http://127.0.0.1:{self.port}/sparql?a=b"
        self._thread = threading.Thread(target=self._serve, daemon=True)

    def __enter__(self) -> Mischief:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        # Closing alone would leave the thread waiting for a connection.
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join(20)
        assert not self._thread.is_alive()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            with connection, contextlib.suppress(OSError):
                self.heard.append(request(connection))
                deed = self._deeds[0] if len(self._deeds) == 1 else self._deeds.pop(0)
                deed(connection)
            self.hung_up.set()


def request(connection: socket.socket) -> bytes:
    """All of a request whose length is told."""
    data = b""
    while b"\r\n\r\n" not in data:
        data += connection.recv(65536) or b"\r\n\r\n"
    head, _, body = data.partition(b"\r\n\r\n")
    length = int(head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0] or 0)
    while len(body) < length:
        body += connection.recv(65536)
    return head + b"\r\n\r\n" + body


def sending(status: str, *headers: str, body: bytes = b"", length: int | None = None) -> Deed:
    """Sends an answer; its length is told, and may be told wrongly; none at all where negative."""
    length = len(body) if length is None else length
    told = [f"Content-Length: {length}"] if length >= 0 else []
    head = "\r\n".join([f"HTTP/1.1 {status}", *headers, *told, "", ""]).encode()
    return lambda connection: connection.sendall(head + body)


def results(body: bytes, *headers: str) -> Deed:
    """Sends results that were asked for."""
    return sending("200 OK", TYPE, *headers, body=body)


def saying(data: bytes) -> Deed:
    """Sends some bytes."""
    return lambda connection: connection.sendall(data)


def waiting(*before: bytes) -> Deed:
    """Sends a little, and then nothing until the other hangs up."""

    def wait(connection: socket.socket) -> None:
        connection.sendall(b"".join(before))
        connection.settimeout(20)
        connection.recv(1)

    return wait


def endless(before: bytes, again: bytes, pause: threading.Event | None = None) -> Deed:
    """Sends the same again and again until the other hangs up."""

    def send(connection: socket.socket) -> None:
        connection.sendall(before)
        while True:
            connection.sendall(again)
            if pause:
                pause.wait(STEP_SECONDS)

    return send


def right(connection: socket.socket) -> None:
    """Sends one row."""
    results(RIGHT)(connection)
