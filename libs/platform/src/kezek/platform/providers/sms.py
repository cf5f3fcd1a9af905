"""SMS by a gateway of the Mobizon kind (domain §11); our message id travels along as `params[name]`.

The gateway does not compare ids, so who is unsure asks `getbyownid` before sending again.
"""

import httpx
from pydantic import BaseModel, ConfigDict

from kezek.platform.providers import Outgoing, RefusedForGoodError, UnclearError
from kezek.platform.telemetry import current_traceparent

_TAKEN = 0
_WRONG_FORM, _REFUSED = 1, 3
_PATH = "/service/message"


class _Wire(BaseModel):
    # ids come as text or as numbers
    model_config = ConfigDict(coerce_numbers_to_str=True)


class _Item(_Wire):
    messageId: str  # noqa: N815 - the gateway's spelling


class _Data(_Wire):
    messageId: str | None = None  # noqa: N815 - the gateway's spelling
    items: list[_Item] = []


class _Answer(BaseModel):
    code: int
    data: _Data | None = None


class SmsGateway:
    """The gateway's client."""

    def __init__(self, client: httpx.AsyncClient, api_key: str) -> None:
        self._client = client
        self._api_key = api_key

    async def find(self, message: Outgoing) -> str | None:
        """The gateway's own id for a message of ours, if it has taken it.

        Raises:
            UnclearError: when it does not answer.
        """
        answer = await self._ask("getbyownid", {"params[name]": str(message.id)})
        if answer.code != _TAKEN or answer.data is None:
            raise UnclearError(f"sms_code_{answer.code}")
        return answer.data.items[0].messageId if answer.data.items else None

    async def send(self, message: Outgoing) -> str:
        """Hand an SMS over; the gateway's own id for it.

        Raises:
            RefusedForGoodError: when the gateway finds the message wrong.
            UnclearError: when it does not answer, or not as expected.
        """
        form = {"recipient": message.recipient, "text": message.text, "params[name]": str(message.id)}
        answer = await self._ask("sendsmsmessage", form)
        if answer.code in {_WRONG_FORM, _REFUSED}:
            raise RefusedForGoodError(f"sms_code_{answer.code}")
        if answer.code != _TAKEN or answer.data is None or answer.data.messageId is None:
            raise UnclearError(f"sms_code_{answer.code}")
        return answer.data.messageId

    async def _ask(self, method: str, form: dict[str, str]) -> "_Answer":
        headers = {"traceparent": current_traceparent()}
        try:
            response = await self._client.post(
                f"{_PATH}/{method}", data={**form, "apiKey": self._api_key}, headers=headers
            )
            return _Answer.model_validate_json(response.raise_for_status().content)
        except (httpx.HTTPError, ValueError) as error:
            raise UnclearError(type(error).__name__) from error
