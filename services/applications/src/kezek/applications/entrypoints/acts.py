"""The signed acts of the applications service, for the API that receives them and the worker that finishes them."""

from kezek.applications.usecases.submit_application import SubmitApplication

ACTS = (SubmitApplication(),)
