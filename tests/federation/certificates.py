"""An authority that nobody knows, and the certificates that it gives to servers of this machine."""

from __future__ import annotations

import ssl
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

pytest.importorskip("cryptography", reason="needs the extra all (make test installs it)")

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

DAY = timedelta(days=1)


class Authority:
    """Signs certificates; `file` is what those must have who trust it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._name = _name("an authority")
        self._key = ec.generate_private_key(ec.SECP256R1())
        self.file = folder / "authority.pem"
        lasting = x509.BasicConstraints(ca=True, path_length=None)
        self.file.write_bytes(self._signed(self._name, self._key, lasting, DAY))

    def serving(self, host: str, lasts: timedelta = DAY) -> ssl.SSLContext:
        """What a server needs to be `host`, with a certificate that ends so long from now."""
        key, held = ec.generate_private_key(ec.SECP256R1()), self._folder / f"{host}.pem"
        names = x509.SubjectAlternativeName([x509.DNSName(host)])
        secret = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        held.write_bytes(secret + self._signed(_name(host), key, names, lasts))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(held)
        return context

    def _signed(
        self,
        subject: x509.Name,
        key: ec.EllipticCurvePrivateKey,
        extension: x509.ExtensionType,
        lasts: timedelta,
    ) -> bytes:
        now = datetime.fromtimestamp(time.time(), UTC)
        made = (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(self._name)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - 9 * DAY)
            .not_valid_after(now + lasts)
            .add_extension(extension, critical=True)
        )
        return made.sign(self._key, hashes.SHA256()).public_bytes(Encoding.PEM)


def _name(told: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, told)])
