"""The signed acts of the referrals service, for the API that receives them and the worker that finishes them."""

from kezek.referrals.usecases.accept_referral import AcceptReferral
from kezek.referrals.usecases.annul_places import AnnulPlaces
from kezek.referrals.usecases.cancel_referral import CancelReferral
from kezek.referrals.usecases.choose_at_counter import ChooseAtCounter
from kezek.referrals.usecases.choose_place import ChoosePlace
from kezek.referrals.usecases.decide_refusal import DecideRefusal
from kezek.referrals.usecases.decline_place import DeclinePlace
from kezek.referrals.usecases.extend_referral import ExtendReferral
from kezek.referrals.usecases.move_application import MoveApplication
from kezek.referrals.usecases.refuse_referral import RefuseReferral
from kezek.referrals.usecases.restore_application import RestoreApplication
from kezek.referrals.usecases.return_papers import ReturnPapers
from kezek.referrals.usecases.submit_papers import SubmitPapers
from kezek.referrals.usecases.withdraw_application import WithdrawApplication

ACTS = (
    ChoosePlace(),
    ChooseAtCounter(),
    AcceptReferral(),
    WithdrawApplication(),
    MoveApplication(),
    CancelReferral(),
    RefuseReferral(),
    DecideRefusal(),
    ExtendReferral(),
    AnnulPlaces(),
    RestoreApplication(),
    DeclinePlace(),
    SubmitPapers(),
    ReturnPapers(),
)
