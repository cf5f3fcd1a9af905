"""Own copies of what others own: cards, kindergartens, closed months, signatures, and which files are kept."""

from kezek.contracts.applications import ApplicationCard
from kezek.contracts.file_use import FileKept
from kezek.contracts.kindergartens import AttendanceSheet, Kindergarten
from kezek.contracts.referrals import ContractSigned
from kezek.documents.adapters import tables
from kezek.platform.copies import Copies

cards = Copies(tables.card, ApplicationCard)
kindergartens = Copies(tables.kindergarten, Kindergarten)
contract_signatures = Copies(tables.contract_signature, ContractSigned)
sheets = Copies(tables.sheet, AttendanceSheet)
kept_files = Copies(tables.kept_file, FileKept)
