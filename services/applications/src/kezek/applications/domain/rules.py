"""What the rules forbid, by a stable code."""


class RuleBrokenError(Exception):
    """A rule forbids the application; nothing is changed."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params = params
