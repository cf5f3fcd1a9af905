"""The signed acts of the referrals service."""

from kezek.eds import TrustList
from kezek.platform.acts import Acts
from kezek.platform.db import Database
from kezek.platform.settings import Settings
from kezek.referrals.usecases.accept_referral import AcceptReferral
from kezek.referrals.usecases.choose_place import ChoosePlace


def build_acts(database: Database, settings: Settings) -> Acts:
    """The acts, for the API that receives them and the worker that finishes them after a crash.

    Raises:
        ValueError: without a trust list no signature can be verified.
    """
    if settings.trust_list is None:
        raise ValueError("KEZEK_TRUST_LIST must name the file of trusted roots")
    trust = TrustList.from_pem(settings.trust_list)
    return Acts(database, trust, [ChoosePlace(), AcceptReferral()], settings.act_lifetime_s)
