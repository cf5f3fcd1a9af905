"""Own copies of what other services own: cards of applications, kindergartens, and which files are kept."""

from kezek.contracts.applications import ApplicationCard
from kezek.contracts.file_use import FileKept
from kezek.contracts.kindergartens import Kindergarten
from kezek.documents.adapters import tables
from kezek.platform.copies import Copies

cards = Copies(tables.card, ApplicationCard)
kindergartens = Copies(tables.kindergarten, Kindergarten)
kept_files = Copies(tables.kept_file, FileKept)
