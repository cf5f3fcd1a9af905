"""Who asked for a kindergarten's account is told of the decision, by e-mail and SMS (domain §2, last bullet)."""

from datetime import datetime, timedelta

from kezek.contracts.ids import new_id
from kezek.contracts.kindergartens import AccountRequestDecided
from kezek.contracts.vocabulary import Channel
from kezek.notifications.adapters import store
from kezek.notifications.adapters.sending import add_to_queue
from kezek.notifications.domain.account_texts import Decision, decision_letter, decision_sms
from kezek.notifications.domain.texts import Letter
from kezek.platform.clock import Clock
from kezek.platform.db import Tx, is_newer

APPROVED, REFUSED = "account_approved", "account_refused"


class TellOwner:
    """Writes the messages of a decision made within `told_within`, in the language in which it was asked."""

    def __init__(self, clock: Clock, public_url: str, told_within: timedelta) -> None:
        self._clock = clock
        self._public_url = public_url
        self._told_within = told_within

    async def tell(self, tx: Tx, event: AccountRequestDecided, version: int, occurred_at: datetime) -> None:
        """Write an SMS and an e-mail, to be sent as soon as this transaction is committed."""
        newer = await is_newer(tx, "account request", event.key(), version)
        if not newer or self._clock.now() - occurred_at > self._told_within:
            return
        decision = Decision(
            number=event.number,
            kindergarten=event.kindergarten_name.in_(event.language),
            url=self._public_url,
            reason=event.refused_because,
            remark=event.remark,
        )
        sms = Letter("", decision_sms(decision, event.language.value))
        letter = decision_letter(decision, event.language.value)
        for channel, recipient, said in ((Channel.SMS, event.phone, sms), (Channel.EMAIL, event.email, letter)):
            message = self._message(event, channel, recipient, said, occurred_at)
            await store.insert_message(tx, message)
            await add_to_queue(tx, message.id)

    def _message(
        self, event: AccountRequestDecided, channel: Channel, recipient: str, said: Letter, occurred_at: datetime
    ) -> store.NewMessage:
        kind = REFUSED if event.refused_because else APPROVED
        return store.NewMessage(
            id=new_id(),
            application_id=None,
            applicant_id=None,
            request_id=event.request_id,
            about=kind,
            kind=kind,
            channel=channel.value,
            language=event.language.value,
            recipient=recipient,
            subject=said.subject,
            text=said.text,
            occurred_at=occurred_at,
            created_at=self._clock.now(),
        )
