"""Examines one file: `python -m kezek.documents.adapters.examination KIND < FILE`.

Nothing of the service is loaded here besides what examines, and nothing of its settings is given to this process. The
bounds are set before the first byte is read: a file that makes it take more ends it, and that is an answer, too.
"""

import io
import resource
import sys
import traceback
import zipfile
from collections.abc import Callable, Mapping

from kezek.documents.adapters.examination import jpeg, pdf
from kezek.documents.adapters.examination.findings import UnfitError
from kezek.documents.domain.faults import FileFault

MEMORY = 800 * 1024 * 1024
CPU_S = 20
MOST_BYTES = 10 * 1024 * 1024
READY = b"ready\n"
OK = "ok"
HEADER_OF_PDF_WITHIN = 1024
KINDS: Mapping[str, tuple[bytes, Callable[[bytes], None]]] = {
    "application/pdf": (pdf.BEGINS, pdf.examine),
    "image/jpeg": (jpeg.BEGINS, jpeg.examine),
}


def main() -> None:
    """Say that all is loaded, then `ok` and the kind by content, or the fault."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_S, CPU_S))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    sys.stdout.buffer.write(READY)
    sys.stdout.buffer.flush()
    sys.stdout.write(verdict(sys.argv[1], sys.stdin.buffer.read(MOST_BYTES + 1)))


def verdict(promised: str, content: bytes) -> str:
    """The kind of a harmless file as `ok <kind>`, or the fault of another."""
    found = next((kind for kind, (begins, _) in KINDS.items() if content.startswith(begins)), None)
    if found is None:
        hidden = pdf.BEGINS in content[:HEADER_OF_PDF_WITHIN]
        return (FileFault.MORE_BEHIND if hidden else FileFault.TYPE_NOT_TAKEN).value
    if found != promised:
        return FileFault.NOT_WHAT_ITS_NAME_SAYS.value
    fault = _fault(KINDS[found][1], content)
    return fault.value if fault else f"{OK} {found}"


def _fault(examine: Callable[[bytes], None], content: bytes) -> FileFault | None:
    try:
        if zipfile.is_zipfile(io.BytesIO(content)):
            return FileFault.MORE_BEHIND
        examine(content)
    except UnfitError as unfit:
        return unfit.fault
    except MemoryError:
        return FileFault.TOO_COMPLEX
    except Exception:  # noqa: BLE001 - what readers stumble over is no file to keep; the log says over what
        traceback.print_exc()
        return FileFault.DAMAGED
    return None


if __name__ == "__main__":
    main()
