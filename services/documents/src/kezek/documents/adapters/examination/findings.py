"""What an examination found."""

from kezek.documents.domain.faults import FileFault


class UnfitError(Exception):
    """The file is not taken, and why."""

    def __init__(self, fault: FileFault) -> None:
        super().__init__(fault.value)
        self.fault = fault
