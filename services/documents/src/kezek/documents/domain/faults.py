"""Why a file that came in full is not taken; the client says each in words, and what to do."""

from enum import StrEnum


class FileFault(StrEnum):
    """What is wrong with a file."""

    TYPE_NOT_TAKEN = "type_not_taken"
    """By its content neither PDF nor JPEG."""
    NOT_WHAT_ITS_NAME_SAYS = "not_what_its_name_says"
    DAMAGED = "damaged"
    LOCKED = "locked"
    """Opens with a password only."""
    HAS_PROGRAM = "has_program"
    """A PDF that would run a script or start something."""
    HAS_FILES_INSIDE = "has_files_inside"
    MORE_BEHIND = "more_behind"
    """Something else begins before the file, or goes on behind its end."""
    PICTURE_TOO_LARGE = "picture_too_large"
    TOO_COMPLEX = "too_complex"
    """It would take too much memory or time to open."""
    INFECTED = "infected"
    CHANGED_ON_THE_WAY = "changed_on_the_way"
