"""Where Kafka is and who speaks to it: what every client is given (docs/adr/0014)."""

import ssl
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kezek.platform.tls import verifying

SCRAM = "SCRAM-SHA-512"


@dataclass(frozen=True)
class Kafka:
    """A user of a Kafka cluster; without a name it is nobody, with an authority's certificates it speaks TLS only."""

    bootstrap: str
    user: str = ""
    password: str = field(default="", repr=False)
    ca_file: Path | None = None
    mechanism: str = SCRAM

    def options(self) -> dict[str, Any]:
        """The arguments by which an aiokafka client of any kind reaches it."""
        options: dict[str, Any] = {"bootstrap_servers": self.bootstrap, "security_protocol": self._protocol()}
        if self.user:
            options |= {
                "sasl_mechanism": self.mechanism,
                "sasl_plain_username": self.user,
                "sasl_plain_password": self.password,
            }
        return options | {"ssl_context": self.tls()}

    def tls(self) -> ssl.SSLContext | None:
        """What verifies the servers' certificates and names; None where TLS is not asked for."""
        return verifying(self.ca_file)

    def _protocol(self) -> str:
        transport = "PLAINTEXT" if self.ca_file is None else "SSL"
        return f"SASL_{transport}" if self.user else transport
