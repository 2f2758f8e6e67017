"""Serving the review: on 127.0.0.1 and a free port, until Ctrl-C."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Callable

from werkzeug.serving import WSGIRequestHandler, make_server

from souverain.intake.desk import Desk
from souverain.web.review.admission import Admission
from souverain.web.review.app import create_app

HOST = "127.0.0.1"


class _Quiet(WSGIRequestHandler):
    """Logs no request: their first one has the token."""

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Nothing."""


def run(desk: Desk, base: str, language: str, announce: Callable[[str], None]) -> None:
    """Serve until Ctrl-C; `announce` is given the address to open, which works once."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)

    def nothing(_environ: object, _start: object) -> list[bytes]:
        return []

    server = make_server(HOST, 0, nothing, threaded=True, request_handler=_Quiet)
    admission = Admission(f"{HOST}:{server.server_port}")
    server.app = create_app(desk, base, language, admission)
    announce(admission.address)
    with contextlib.suppress(KeyboardInterrupt):
        server.serve_forever()
    server.server_close()
