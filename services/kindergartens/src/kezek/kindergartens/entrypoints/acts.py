"""The signed acts of kindergartens, for the API that receives them and the worker that finishes them."""

from kezek.kindergartens.usecases.confirm_vacancy import ConfirmVacancy

ACTS = (ConfirmVacancy(),)
