"""What can go wrong with a stack; each text tells a person what to do.

StackError
├── PortTakenError
├── NotReadyError
└── CommandFailedError
"""


class StackError(Exception):
    """The stack cannot do what was asked."""


class PortTakenError(StackError):
    """Somebody else listens where a program of this stack should."""

    def __init__(self, port: int, purpose: str) -> None:
        super().__init__(
            f"port {port}, meant for {purpose}, is taken by another program. "
            "End that program, or choose other ports: make up PORT_BASE=9000"
        )


class NotReadyError(StackError):
    """A program did not become ready in time."""


class CommandFailedError(StackError):
    """A command that prepares the stack failed."""
