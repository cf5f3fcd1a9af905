"""TLS to the servers we speak to: always verified, by the authorities that a setting names (docs/adr/0014)."""

import ssl
from pathlib import Path


def verifying(ca_file: Path | None) -> ssl.SSLContext | None:
    """What checks a server's certificate and its name against these authorities (PEM); None where none are named."""
    return None if ca_file is None else ssl.create_default_context(cafile=ca_file)
