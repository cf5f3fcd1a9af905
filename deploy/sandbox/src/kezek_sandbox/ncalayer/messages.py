"""What pages and NCALayer say to each other (domain §11)."""

import base64
import binascii
import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from kezek.platform.http.ncalayer import CLIENT_AUTH, EMAIL_PROTECTION
from kezek_sandbox.ncalayer.model import Module

VERSION = "1.4"
HEARTBEAT = "--heartbeat--"
GREETING: Mapping[str, Any] = {"result": {"version": VERSION}}
_KEY_TYPES = {"AUTHENTICATION": (CLIENT_AUTH,), "SIGNATURE": (EMAIL_PROTECTION,)}


class Dialect(Protocol):
    """How a module words its answers."""

    def signed(self, cms: bytes) -> dict[str, Any]:
        """The signature."""

    def cancelled(self) -> dict[str, Any]:
        """The person has closed the window."""

    def failed(self) -> dict[str, Any]:
        """Nothing could be signed."""


class Basics:
    """The module of today: PEM, and nothing at all where the person cancelled."""

    def signed(self, cms: bytes) -> dict[str, Any]:
        pem = f"-----BEGIN CMS-----\n{base64.encodebytes(cms).decode()}-----END CMS-----\n"
        return {"status": True, "body": {"result": pem}}

    def cancelled(self) -> dict[str, Any]:
        return {"status": True, "body": {}}

    def failed(self) -> dict[str, Any]:
        return _basics_error("SIGNING_FAILURE", "The key could not be read")


class CommonUtils:
    """The module before it: DER in base64."""

    def signed(self, cms: bytes) -> dict[str, Any]:
        return {"code": "200", "responseObject": base64.b64encode(cms).decode()}

    def cancelled(self) -> dict[str, Any]:
        return {"code": "500", "message": "action.canceled"}

    def failed(self) -> dict[str, Any]:
        return {"code": "500", "message": "The key could not be read"}


@dataclass(frozen=True, slots=True)
class Wish:
    """What a page wants to have signed, by a key with all of these purposes."""

    module: Module
    method: str
    dialect: Dialect
    content: bytes
    purposes: tuple[str, ...] = ()
    encapsulate: bool = False
    digested: bool = False
    stamped: bool = False
    locale: str = ""


class AnsweredError(Exception):
    """A message that is answered at once, without any window."""

    def __init__(self, answer: dict[str, Any], module: str = "", method: str = "") -> None:
        super().__init__("answered")
        self.answer = answer
        self.module, self.method = module, method


def read(text: str, modules: Collection[Module]) -> Wish:
    """What is wanted, by the modules that this NCALayer has.

    Raises:
        AnsweredError: with NCALayer's own answer to what it cannot read.
    """
    try:
        message = json.loads(text)
        module, method, args = message["module"], message["method"], message.get("args")
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise AnsweredError({"success": False, "code": "COMMON_JSON_WRAPPING_EXCEPTION"}) from error
    if module not in list(modules):
        raise AnsweredError({"success": False, "errorCode": "MODULE_NOT_FOUND"}, str(module), str(method))
    return _basics(method, args) if module == Module.BASICS else _common_utils(method, args)


def _basics(method: str, args: Any) -> Wish:
    if method != "sign":
        raise AnsweredError(_basics_error("INVOCATION_ERROR", "There is no such method"), Module.BASICS, method)
    try:
        how, who = args["signingParams"], args.get("signerParams") or {}
        decode, digested = bool(how.get("decode")), bool(how.get("digested"))
        _check_format(args["format"])
        return Wish(
            Module.BASICS,
            method,
            Basics(),
            _decoded(args["data"]) if decode or digested else args["data"].encode(),
            purposes=tuple(who.get("extKeyUsageOids") or ()),
            encapsulate=bool(how.get("encapsulate")),
            digested=digested,
            stamped=how.get("tsaProfile") is not None,
            locale=str(args.get("locale", "")),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        answer = _basics_error("INVALID_SIGNING_PARAMS", str(error))
        raise AnsweredError(answer, Module.BASICS, method) from error


def _common_utils(method: str, args: Any) -> Wish:
    if method != "createCAdESFromBase64":
        raise AnsweredError({"code": "500", "message": "method.not.found"}, Module.COMMON_UTILS, str(method))
    try:
        _storage, key_type, data, attach = args
        purposes = _KEY_TYPES.get(key_type, ())
        content = _decoded(data)
        return Wish(Module.COMMON_UTILS, method, CommonUtils(), content, purposes, encapsulate=bool(attach))
    except (ValueError, TypeError) as error:
        raise AnsweredError({"code": "500", "message": str(error)}, Module.COMMON_UTILS, method) from error


def _basics_error(code: str, message: str) -> dict[str, Any]:
    return {"status": False, "code": code, "message": message, "details": ""}


def _check_format(name: str) -> None:
    if name != "cms":
        raise ValueError(f"{name} is not made here")


def _decoded(data: str) -> bytes:
    try:
        return base64.b64decode(data, validate=True)
    except binascii.Error as error:
        raise ValueError("data is not base64") from error
