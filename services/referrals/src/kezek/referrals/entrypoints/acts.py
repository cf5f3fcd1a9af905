"""The signed acts of the referrals service, for the API that receives them and the worker that finishes them."""

from kezek.referrals.usecases.accept_referral import AcceptReferral
from kezek.referrals.usecases.choose_place import ChoosePlace

ACTS = (ChoosePlace(), AcceptReferral())
