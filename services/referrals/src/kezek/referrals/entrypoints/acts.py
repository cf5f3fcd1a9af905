"""The signed acts of the referrals service."""

from kezek.platform.acts import Acts
from kezek.platform.db import Database
from kezek.platform.settings import Settings
from kezek.platform.signatures import Verifier
from kezek.referrals.usecases.accept_referral import AcceptReferral
from kezek.referrals.usecases.choose_place import ChoosePlace


def build_acts(database: Database, settings: Settings) -> Acts:
    """The acts, for the API that receives them and the worker that finishes them after a crash.

    Raises:
        ValueError: without a trust list no signature can be verified.
    """
    return Acts(
        database, Verifier.of(settings, database.clock), [ChoosePlace(), AcceptReferral()], settings.act_lifetime_s
    )
