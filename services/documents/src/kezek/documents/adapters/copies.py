"""Own copies of what other services own: cards of applications and kindergartens."""

from kezek.contracts.applications import ApplicationCard
from kezek.contracts.kindergartens import Kindergarten
from kezek.documents.adapters import tables
from kezek.platform.copies import Copies

cards = Copies(tables.card, ApplicationCard)
kindergartens = Copies(tables.kindergarten, Kindergarten)
