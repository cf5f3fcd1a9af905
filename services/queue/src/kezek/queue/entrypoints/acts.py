"""The signed acts of the queue, for the API that receives them and the worker that finishes them."""

from kezek.queue.usecases.change_benefits import ChangeBenefits
from kezek.queue.usecases.change_calendar import ChangeCalendar
from kezek.queue.usecases.change_policy import ChangePolicy
from kezek.queue.usecases.hold_round import HoldRound
from kezek.queue.usecases.sort_district import SortDistrict

ACTS = (ChangePolicy(), ChangeCalendar(), ChangeBenefits(), SortDistrict(), HoldRound())
