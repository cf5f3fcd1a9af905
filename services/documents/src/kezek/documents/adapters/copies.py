"""Own copies of what others own: cards, kindergartens, signatures of contracts, and which files are kept."""

from kezek.contracts.applications import ApplicationCard
from kezek.contracts.file_use import FileKept
from kezek.contracts.kindergartens import Kindergarten
from kezek.contracts.referrals import ContractSigned
from kezek.documents.adapters import tables
from kezek.platform.copies import Copies

cards = Copies(tables.card, ApplicationCard)
kindergartens = Copies(tables.kindergarten, Kindergarten)
contract_signatures = Copies(tables.contract_signature, ContractSigned)
kept_files = Copies(tables.kept_file, FileKept)
