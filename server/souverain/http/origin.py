"""Where a request comes from, and which names count for it: the peer's, or a trusted proxy's."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network

CLIENT_BITS = 64
SCHEMES = ("http", "https")
_HOST = re.compile(rb"(?:[A-Za-z0-9._~-]{1,253}|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?")


def is_host(name: bytes) -> bool:
    """Whether it is a name or an address, with or without a port, and nothing that plays tricks."""
    return _HOST.fullmatch(name) is not None


def parsed(text: str) -> Address | None:
    """The address; an IPv4 address in IPv6's clothes is told as what it is."""
    try:
        address = ipaddress.ip_address(text.strip().strip("[]").partition("%")[0])
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address


@lru_cache(maxsize=4096)
def share(peer: str) -> str:
    """The name under which connections are counted: the address, or its network of 64 bits."""
    address = parsed(peer)
    if isinstance(address, ipaddress.IPv6Address):
        return str(ipaddress.ip_network((int(address), CLIENT_BITS), strict=False))
    return str(address or peer)


class Proxies:
    """The proxies whose word counts about the client, the scheme and the host."""

    def __init__(self, networks: Iterable[Network] = ()) -> None:
        self._networks = tuple(networks)

    def trusts(self, address: Address | None) -> bool:
        """Whether the address is a trusted proxy's."""
        return address is not None and any(address in network for network in self._networks)

    def client(self, forwarded: str, peer: str) -> str:
        """The rightmost address that is no proxy of ours: what stands left of it may be a lie."""
        nearest = peer
        for text in reversed(forwarded.split(",")):
            if (address := parsed(text)) is None:
                break
            nearest = str(address)
            if not self.trusts(address):
                break
        return nearest


@dataclass(frozen=True)
class Origin:
    """The two ends of a connection; `host` is what the server is called by one who does not say."""

    peer: str
    host: str
    proxies: Proxies
    trusted: bool

    @classmethod
    def of(cls, peer: object, local: object, proxies: Proxies) -> Origin:
        """The ends, from the names of the sockets; a socket of the file system has no address."""
        address = parsed(_text(peer))
        return cls(str(address or ""), _named(local), proxies, proxies.trusts(address))

    def client(self, headers: Mapping[bytes, bytes]) -> str:
        """The address that is held to its share."""
        if not self.trusted or b"x-forwarded-for" not in headers:
            return self.peer
        return self.proxies.client(headers[b"x-forwarded-for"].decode("latin-1"), self.peer)

    def base(self, headers: Mapping[bytes, bytes], authority: bytes) -> str:
        """Scheme and host as the client wrote them, in front of the path."""
        scheme, host = "http", authority or headers.get(b"host", b"")
        if self.trusted:
            told = _last(headers, b"x-forwarded-proto").lower().decode("latin-1")
            scheme = told if told in SCHEMES else scheme
            named = _last(headers, b"x-forwarded-host")
            host = named if is_host(named) else host
        return f"{scheme}://{host.decode('ascii') if is_host(host) else self.host}"


def _last(headers: Mapping[bytes, bytes], name: bytes) -> bytes:
    return headers.get(name, b"").rpartition(b",")[2].strip()


def _text(name: object) -> str:
    return str(name[0]) if isinstance(name, tuple) else ""


def _named(local: object) -> str:
    if not isinstance(local, tuple):
        return "localhost"
    host, port = local[:2]
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
