"""What a page asks of NCALayer, the program on a person's own machine that holds keys (domain §11)."""

from collections.abc import Sequence
from typing import Literal

from pydantic import BaseModel

from kezek.contracts.vocabulary import Language

CLIENT_AUTH, EMAIL_PROTECTION, INDIVIDUAL = "1.3.6.1.5.5.7.3.2", "1.3.6.1.5.5.7.3.4", "1.2.398.3.3.4.1.1"
LOGIN_KEYS: Sequence[str] = (CLIENT_AUTH,)
# a GOST key serves every purpose and does not say client authentication
ALL_KEYS: Sequence[str] = ()
SIGNING_KEYS: Sequence[str] = (EMAIL_PROTECTION,)
OWN_SIGNING_KEYS: Sequence[str] = (EMAIL_PROTECTION, INDIVIDUAL)


class SigningParams(BaseModel):
    """That the CMS is made over decoded bytes and does not hold them; `tsaProfile` is empty: the default."""

    decode: bool
    encapsulate: bool
    digested: bool
    tsaProfile: dict[str, str]  # noqa: N815 - NCALayer's names


class SignerParams(BaseModel):
    """Which purposes a key must have, all of them, to be offered; empty is any."""

    extKeyUsageOids: list[str]  # noqa: N815


class NcalayerArguments(BaseModel):
    """What `basics.sign` takes."""

    allowedStorages: list[str] | None  # noqa: N815
    format: Literal["cms"]
    data: str
    signingParams: SigningParams  # noqa: N815
    signerParams: SignerParams  # noqa: N815
    locale: Language


class NcalayerRequest(BaseModel):
    """A message to NCALayer as it takes it; the page puts the base64 of what is to be signed under `args.data`."""

    module: Literal["kz.gov.pki.knca.basics"]
    method: Literal["sign"]
    args: NcalayerArguments


def ncalayer_request(language: Language, keys: Sequence[str]) -> NcalayerRequest:
    """A request that lets the person choose among keys with all of these purposes."""
    return NcalayerRequest(
        module="kz.gov.pki.knca.basics",
        method="sign",
        args=NcalayerArguments(
            allowedStorages=None,
            format="cms",
            data="",
            signingParams=SigningParams(decode=True, encapsulate=False, digested=False, tsaProfile={}),
            signerParams=SignerParams(extKeyUsageOids=list(keys)),
            locale=language,
        ),
    )
