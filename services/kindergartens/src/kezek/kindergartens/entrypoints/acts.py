"""The signed acts of kindergartens, for the API that receives them and the worker that finishes them."""

from kezek.kindergartens.usecases.cancel_swap import CancelSwap
from kezek.kindergartens.usecases.change_staff import ChangeStaff
from kezek.kindergartens.usecases.close_kindergarten import CloseKindergarten
from kezek.kindergartens.usecases.close_sheet import CloseSheet
from kezek.kindergartens.usecases.confirm_vacancy import ConfirmVacancy
from kezek.kindergartens.usecases.decide_swap import ApproveSwap, DeclineSwap
from kezek.kindergartens.usecases.depart_child import DepartChild
from kezek.kindergartens.usecases.join_swap import JoinSwap
from kezek.kindergartens.usecases.propose_swap import ProposeSwap
from kezek.kindergartens.usecases.regroup_children import RegroupChildren
from kezek.kindergartens.usecases.reopen_sheet import ReopenSheet
from kezek.kindergartens.usecases.state_group import StateGroup

ACTS = (
    ConfirmVacancy(),
    DepartChild(),
    RegroupChildren(),
    StateGroup(),
    CloseKindergarten(),
    ProposeSwap(),
    JoinSwap(),
    CancelSwap(),
    ApproveSwap(),
    DeclineSwap(),
    ChangeStaff(),
    CloseSheet(),
    ReopenSheet(),
)
