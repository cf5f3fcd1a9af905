"""Certificates of servers for tests: each by an authority of its own, with EC keys, as PEM."""

import ssl
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID


@dataclass(frozen=True)
class Certified:
    """A server's certificate for 127.0.0.1 with its EC key, and who certifies it."""

    ca_file: Path
    chain: Path

    def context(self) -> ssl.SSLContext:
        """What the server speaks TLS by."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.chain)
        return context


def certify(folder: Path, name: str) -> Certified:
    """A server's certificate and key in one file, and its authority's certificate in another."""
    authority, key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    by = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"authority {name}")])
    at = x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))])
    root = _certificate(by, by, authority, authority, x509.BasicConstraints(ca=True, path_length=0))
    leaf = _certificate(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "server")]), by, key, authority, at)
    made = Certified(folder / f"{name}-ca.pem", folder / f"{name}.pem")
    made.ca_file.write_bytes(root)
    made.chain.write_bytes(leaf + key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return made


def _certificate(of: x509.Name, by: x509.Name, key: Any, signer: Any, extension: x509.ExtensionType) -> bytes:
    now = datetime.now(UTC)
    builder = x509.CertificateBuilder(by, of, key.public_key(), x509.random_serial_number())
    builder = builder.not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=1))
    return builder.add_extension(extension, critical=True).sign(signer, SHA256()).public_bytes(Encoding.PEM)
