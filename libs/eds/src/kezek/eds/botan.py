"""Botan through its C interface: the two GOST operations that `cryptography` has not (docs/adr/0009).

Every call makes and frees its own objects and lets other threads run; Botan shares nothing between them.
"""

import ctypes
import functools
from collections.abc import Iterator
from contextlib import contextmanager

LIBRARY = "libbotan-2.so.19"
_OK = 0
_HASH = b"Streebog-512"
_HASH_BYTES = 64
_HANDLE = ctypes.c_void_p
_HANDLE_OUT, _SIZE, _FLAGS = ctypes.POINTER(_HANDLE), ctypes.c_size_t, ctypes.c_uint32
_FUNCTIONS: dict[str, tuple[object, ...]] = {
    "botan_hash_init": (_HANDLE_OUT, ctypes.c_char_p, _FLAGS),
    "botan_hash_update": (_HANDLE, ctypes.c_char_p, _SIZE),
    "botan_hash_final": (_HANDLE, ctypes.c_char_p),
    "botan_hash_destroy": (_HANDLE,),
    "botan_pubkey_load": (_HANDLE_OUT, ctypes.c_char_p, _SIZE),
    "botan_pubkey_destroy": (_HANDLE,),
    "botan_pk_op_verify_create": (_HANDLE_OUT, _HANDLE, ctypes.c_char_p, _FLAGS),
    "botan_pk_op_verify_update": (_HANDLE, ctypes.c_char_p, _SIZE),
    "botan_pk_op_verify_finish": (_HANDLE, ctypes.c_char_p, _SIZE),
    "botan_pk_op_verify_destroy": (_HANDLE,),
}


class BotanMissingError(RuntimeError):
    """This machine lacks the library, so GOST signatures cannot be verified: a fault of set-up."""


class BotanError(RuntimeError):
    """Botan refused a call; its number is in the text."""


class BadKeyError(ValueError):
    """The bytes are no public key: wrong length, or a point that is not on the curve."""


@functools.cache
def library() -> ctypes.CDLL:
    """The library, loaded once.

    Raises:
        BotanMissingError: with what to install.
    """
    try:
        loaded = ctypes.CDLL(LIBRARY)
    except OSError as error:
        raise BotanMissingError(f"{LIBRARY} is missing: install Debian's libbotan-2-19") from error
    for name, arguments in _FUNCTIONS.items():
        function = getattr(loaded, name)
        function.argtypes, function.restype = arguments, ctypes.c_int
    return loaded


def check(status: int) -> None:
    """Raise unless a call went well."""
    if status != _OK:
        raise BotanError(f"Botan answered {status}")


def streebog512(data: bytes) -> bytes:
    """The digest GOST R 34.11-2012 of 512 bits (RFC 6986)."""
    botan, handle = library(), _HANDLE()
    check(botan.botan_hash_init(ctypes.byref(handle), _HASH, 0))
    try:
        check(botan.botan_hash_update(handle, data, len(data)))
        out = ctypes.create_string_buffer(_HASH_BYTES)
        check(botan.botan_hash_final(handle, out))
        return out.raw
    finally:
        botan.botan_hash_destroy(handle)


def is_signed(key_der: bytes, padding: bytes, message: bytes, signature: bytes) -> bool:
    """Whether the key, given as SubjectPublicKeyInfo, made this signature in Botan's own form.

    Raises:
        BadKeyError: the key is none.
    """
    botan, operation = library(), _HANDLE()
    with _public_key(key_der) as key:
        check(botan.botan_pk_op_verify_create(ctypes.byref(operation), key, padding, 0))
        try:
            check(botan.botan_pk_op_verify_update(operation, message, len(message)))
            status = botan.botan_pk_op_verify_finish(operation, signature, len(signature))
        finally:
            botan.botan_pk_op_verify_destroy(operation)
    return bool(status == _OK)  # whatever else it answers is no proof


@contextmanager
def _public_key(key_der: bytes) -> Iterator[ctypes.c_void_p]:
    botan, key = library(), _HANDLE()
    if botan.botan_pubkey_load(ctypes.byref(key), key_der, len(key_der)) != _OK:
        raise BadKeyError("not a point of the curve")
    try:
        yield key
    finally:
        botan.botan_pubkey_destroy(key)
