"""The signed acts of the applications service, for the API that receives them and the worker that finishes them."""

from kezek.applications.usecases.decide_by_officer import DecideClaim
from kezek.applications.usecases.enter_at_counter import EnterAtCounter
from kezek.applications.usecases.submit_application import SubmitApplication
from kezek.applications.usecases.transfer_child import TransferChild
from kezek.applications.usecases.withdraw_before_queue import WithdrawBeforeQueue

ACTS = (SubmitApplication(), DecideClaim(), WithdrawBeforeQueue(), EnterAtCounter(), TransferChild())
