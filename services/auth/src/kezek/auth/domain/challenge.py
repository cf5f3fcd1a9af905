"""The one-time challenge that a login key signs (domain §2.1)."""

import hashlib
import hmac
import json
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

SENTENCES = {
    "kk": "Осы қолтаңбамен мен Кезек жүйесіне кіремін.",
    "ru": "Этой подписью я вхожу в систему Кезек.",
    "en": "With this signature I sign in to Kezek.",
}


@dataclass(frozen=True)
class Challenge:
    """The exact bytes to sign, for the one browser that holds the secret of this digest."""

    id: UUID
    document: bytes
    browser_sha256: str
    expires_at: datetime

    def is_for(self, browser_secret: str) -> bool:
        """Whether it was made for the browser with this secret."""
        return hmac.compare_digest(digest(browser_secret), self.browser_sha256)


def digest(secret: str) -> str:
    """What is kept of a secret."""
    return hashlib.sha256(secret.encode()).hexdigest()


def new_challenge(*, id: UUID, service: str, nonce: str, browser_secret: str, expires_at: datetime) -> Challenge:  # noqa: A002
    """A challenge that names service, purpose, nonce, browser and expiry, good for nothing else (§2.1)."""
    browser_sha256 = digest(browser_secret)
    statement = {
        "service": service,
        "purpose": "sign-in",
        "challenge": str(id),
        "nonce": nonce,
        "browser": browser_sha256,
        "sign_before": expires_at.isoformat(),
        "statement": SENTENCES,
    }
    document = json.dumps(statement, ensure_ascii=False, indent=2, sort_keys=True).encode()
    return Challenge(id, document, browser_sha256, expires_at)
