"""A person is told what has happened to their access: written with the change itself, sent until it is taken."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from kezek.auth.adapters import store
from kezek.auth.domain.contact import Channel
from kezek.auth.domain.letters import Letter, write_letter
from kezek.contracts.ids import new_id
from kezek.platform.db import Tx
from kezek.platform.messaging.jobs import Job, add_job
from kezek.platform.providers import Provider, RefusedForGoodError
from kezek.platform.telemetry import logger
from kezek.platform.workdays import ALMATY

LOG = logger(__name__)
JOB = "letter"
GIVEN_UP_AFTER = timedelta(days=3)


@dataclass(frozen=True)
class Message:
    """What goes to a provider."""

    id: UUID
    recipient: str
    subject: str
    text: str

    def __repr__(self) -> str:
        """Without recipient and text, so that no log can hold them."""
        return f"Message({self.id})"


async def tell(tx: Tx, account: store.Account, letter: Letter, now: datetime, **values: str) -> None:
    """Write to a person's e-mail address, if they have one."""
    if account.email is not None:
        await tell_at(tx, account, letter, now, Channel.EMAIL, account.email, **values)


async def tell_at(
    tx: Tx, account: store.Account, letter: Letter, now: datetime, channel: Channel, recipient: str, **values: str
) -> None:
    """Write to this contact, also when it is no longer the person's."""
    at = f"{now.astimezone(ALMATY):%d.%m.%Y %H:%M}"
    payload = {
        "letter": letter.value,
        "language": account.letters_language.value,
        "channel": channel.value,
        "recipient": recipient,
        "values": {**values, "at": at},
    }
    await add_job(tx, JOB, str(new_id()), payload)


@dataclass(frozen=True)
class Letters:
    """Sends letters; a provider that is away is asked again by the job, for some days."""

    providers: dict[Channel, Provider]
    public_url: str

    async def work(self, tx: Tx, job: Job) -> None:
        """The job's part; the message's id is the job's, so a repeated letter can be seen to be one."""
        del tx
        if datetime.now(UTC) - job.created_at > GIVEN_UP_AFTER:
            LOG.error("letter given up", letter=job.key)
            return
        kind, language, values = job.payload["letter"], job.payload["language"], job.payload["values"]
        words = write_letter(Letter(kind), language, {**values, "url": self.public_url})
        message = Message(UUID(job.key), job.payload["recipient"], words.subject, words.text)
        provider = self.providers[Channel(job.payload["channel"])]
        try:
            if await provider.find(message) is None:
                await provider.send(message)
        except RefusedForGoodError as refused:
            LOG.warning("letter refused for good", letter=job.key, cause=refused.cause)
