"""Settings of the referrals service."""

from kezek.platform.file_receipts import FileKeeperSettings
from kezek.platform.move_checks import MoveCheckSettings
from kezek.platform.pseudonyms import PseudonymSettings


class ReferralsSettings(FileKeeperSettings, PseudonymSettings, MoveCheckSettings):
    """What its API needs besides the common settings."""
