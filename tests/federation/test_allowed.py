"""Whom the list names, and which addresses are anyone's."""

from __future__ import annotations

import ipaddress

import pytest

from souverain.errors import UsageError
from souverain.federation import allowed
from souverain.federation.exchange import is_public


@pytest.mark.parametrize(
    ("iri", "host", "port", "target", "is_secure", "is_near"),
    [
        ("https://query.wikidata.org/sparql", "query.wikidata.org", 443, "/sparql", True, False),
        ("http://example.org", "example.org", 80, "/", False, False),
        ("http://example.org:8080/a?b=c", "example.org", 8080, "/a?b=c", False, False),
        ("http://localhost:7878/query", "localhost", 7878, "/query", False, True),
        ("http://10.1.2.3/", "10.1.2.3", 80, "/", False, True),
        ("http://[::1]:80/", "::1", 80, "/", False, True),
    ],
)
def test_an_endpoint_is_taken_apart(iri, host, port, target, is_secure, is_near):
    found = allowed.endpoints(iri)[iri]
    assert (found.host, found.port, found.target) == (host, port, target)
    assert (found.is_secure, found.is_near) == (is_secure, is_near)


def test_a_list_has_commas_between():
    assert list(allowed.endpoints(" http://a.example/ ,,http://b.example/")) == [
        "http://a.example/",
        "http://b.example/",
    ]


def test_an_empty_list_names_nobody():
    assert allowed.endpoints("") == {}


@pytest.mark.parametrize(
    "iri",
    [
        "*",
        "http://*.example.org/",
        "https://example.org/*",
        "example.org",
        "ftp://example.org/",
        "file:///etc/passwd",
        "http:///sparql",
        "http://me@example.org/",
        "http://example.org/#a",
        "http://example.org:port/",
        "http://example.org/é",
        f"http://{'a' * 64}.org/",
        "http://example.org/ a",
    ],
)
def test_what_is_no_endpoint_is_refused_by_the_name_of_the_option(iri):
    with pytest.raises(UsageError, match="--service-allow cannot hold"):
        allowed.endpoints(iri)


@pytest.mark.parametrize("address", ["8.8.8.8", "2001:4860:4860::8888", "64:ff9b::808:808"])
def test_an_address_is_public(address):
    assert is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    "address",
    [
        "0.0.0.0",
        "10.0.0.1",
        "100.64.0.1",
        "127.0.0.1",
        "169.254.169.254",
        "172.16.0.1",
        "192.168.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:10.0.0.1",
        "2002:a00:1::",
        "64:ff9b::a00:1",
        "fe80::1",
        "fc00::1",
        "ff02::1",
    ],
)
def test_an_address_is_not_public(address):
    assert not is_public(ipaddress.ip_address(address))
