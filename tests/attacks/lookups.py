"""Twenty others who look up one thing after another.

It is a program of its own, so that nothing else in its process spoils the times.

It is given the address of the server, how many look-ups each makes, and a query that gives the name
of the item of a number; it tells, as JSON, how many
seconds each took, and every answer that was not the right one.
"""

from __future__ import annotations

import asyncio
import json
import random
import sys
import time
from typing import NoReturn
from urllib.parse import quote, urlsplit

CLIENTS = 20
PAUSE_SECONDS = 0.08
ITEMS = 10_000
NAME_OF_ITEM = "SELECT ?name { <urn:attack:item/%d> <urn:attack:name> ?name }"


class Other:
    """One client, on one connection, from an address of its own."""

    def __init__(self, url: str, number: int, query: str) -> None:
        parts = urlsplit(url)
        self._host = parts.netloc
        self._peer = (parts.hostname, parts.port)
        self._address = f"127.0.0.{3 + number}"
        self._query = query
        self._dice = random.Random(f"{time.time()} {number}")
        self.seconds: list[float] = []
        self.wrong: list[str] = []

    async def run(self, times: int) -> None:
        """Look up so many things."""
        for _ in range(times):
            await asyncio.sleep(PAUSE_SECONDS * self._dice.uniform(0.5, 1.5))
            began = time.monotonic()
            try:
                await asyncio.wait_for(self._look_up(), 10)
            except (OSError, EOFError, TimeoutError) as fault:
                self.wrong.append(repr(fault))
            self.seconds.append(time.monotonic() - began)

    async def _look_up(self) -> None:
        reader, writer = await asyncio.open_connection(*self._peer, local_addr=(self._address, 0))
        item = self._dice.randrange(ITEMS)
        target = f"/sparql?query={quote(self._query % item)}"
        writer.write(f"GET {target} HTTP/1.1\r\nHost: {self._host}\r\n\r\n".encode())
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        length = int(head.lower().partition("content-length: ")[2].split()[0])
        body = await reader.readexactly(length)
        writer.close()
        if f'"value":"item {item}"' not in body.decode() or " 200 " not in head.split("\r\n")[0]:
            self.wrong.append(head.split("\r\n")[0] + " " + body[:300].decode())


async def main(url: str, times: int, query: str) -> None:
    """Let all of them look up at once."""
    others = [Other(url, number, query) for number in range(CLIENTS)]
    await asyncio.gather(*(other.run(times) for other in others))
    told = {
        "seconds": [seconds for other in others for seconds in other.seconds],
        "wrong": [text for other in others for text in other.wrong],
    }
    sys.stdout.write(json.dumps(told))


def run() -> NoReturn:
    """The program."""
    url, times, query = sys.argv[1:]
    asyncio.run(main(url, int(times), query))
    sys.exit(0)


if __name__ == "__main__":
    run()
