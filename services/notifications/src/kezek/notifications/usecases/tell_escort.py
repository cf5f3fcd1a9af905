"""An escort is told by SMS that a child is entrusted to them, or no more (domain §8.escorts)."""

from datetime import datetime, timedelta

from kezek.contracts.ids import new_id
from kezek.contracts.kindergartens import Escort
from kezek.contracts.vocabulary import Channel
from kezek.notifications.adapters import store
from kezek.notifications.adapters.sending import add_to_queue
from kezek.notifications.domain.escort_texts import escort_sms
from kezek.platform.clock import Clock
from kezek.platform.db import Tx, is_newer

ENTRUSTED, ENDED = "escort_entrusted", "escort_ended"


class TellEscort:
    """Writes the message of what happened within `told_within`, to the phone that the parent gave, in that language."""

    def __init__(self, clock: Clock, public_url: str, told_within: timedelta) -> None:
        self._clock = clock
        self._public_url = public_url
        self._told_within = told_within

    async def tell(self, tx: Tx, event: Escort, version: int, occurred_at: datetime) -> None:
        """Write an SMS, to be sent as soon as this transaction is committed."""
        newer = await is_newer(tx, "escort", event.key(), version)
        if not newer or self._clock.now() - occurred_at > self._told_within:
            return
        kind = ENTRUSTED if event.active else ENDED
        language = event.language.value
        message = store.NewMessage(
            id=new_id(),
            application_id=None,
            applicant_id=None,
            request_id=event.entrustment_id,
            about=kind,
            kind=kind,
            channel=Channel.SMS.value,
            language=language,
            recipient=event.phone,
            subject="",
            text=escort_sms(language, self._public_url, active=event.active),
            occurred_at=occurred_at,
            created_at=self._clock.now(),
        )
        await store.insert_message(tx, message)
        await add_to_queue(tx, message.id)
