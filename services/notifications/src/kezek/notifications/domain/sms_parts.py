"""How many parts an SMS is sent and paid in (3GPP TS 23.038, 23.040). Pure."""

_GSM = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
    "abcdefghijklmnopqrstuvwxyzäöñüà"
)
# each is sent as two
_ESCAPED = frozenset("\f^{}\\[~]|€")
_GSM_ALONE, _GSM_PART = 160, 153
_UCS2_ALONE, _UCS2_PART = 70, 67


def sms_parts(text: str) -> int:
    """The parts of a message: of 160 (153 if several) in the GSM alphabet, else, as in Kazakh, of 70 (67)."""
    if _GSM.union(_ESCAPED).issuperset(text):
        return _parts(len(text) + sum(each in _ESCAPED for each in text), _GSM_ALONE, _GSM_PART)
    return _parts(len(text.encode("utf-16-be")) // 2, _UCS2_ALONE, _UCS2_PART)


def _parts(length: int, alone: int, part: int) -> int:
    return 1 if length <= alone else -(-length // part)
