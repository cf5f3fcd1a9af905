"""Private keys of both kinds, and signatures as certificates, lists and answers carry them."""

import ctypes
import functools
from dataclasses import dataclass, field

from asn1crypto import algos, core
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa

from kezek.eds import botan, gost
from kezek.eds.der import KeyInfo

_HANDLE = ctypes.c_void_p
_NAME, _CURVE, _PADDING = b"GOST-34.10-2012-512", b"gost_512A", b"EMSA1(Streebog-512)"
_ENOUGH = 512  # bytes; the longest thing here, a private key, takes some 240
_FUNCTIONS: dict[str, tuple[object, ...]] = {
    "botan_rng_init": (ctypes.POINTER(_HANDLE), ctypes.c_char_p),
    "botan_privkey_create": (ctypes.POINTER(_HANDLE), ctypes.c_char_p, ctypes.c_char_p, _HANDLE),
    "botan_privkey_load": (
        ctypes.POINTER(_HANDLE),
        _HANDLE,
        ctypes.c_char_p,
        ctypes.c_size_t,
        ctypes.c_char_p,
    ),
    "botan_privkey_destroy": (_HANDLE,),
    "botan_privkey_export": (_HANDLE, ctypes.c_char_p, ctypes.POINTER(ctypes.c_size_t), ctypes.c_uint32),
    "botan_privkey_export_pubkey": (ctypes.POINTER(_HANDLE), _HANDLE),
    "botan_pubkey_destroy": (_HANDLE,),
    "botan_pubkey_export": (_HANDLE, ctypes.c_char_p, ctypes.POINTER(ctypes.c_size_t), ctypes.c_uint32),
    "botan_pk_op_sign_create": (ctypes.POINTER(_HANDLE), _HANDLE, ctypes.c_char_p, ctypes.c_uint32),
    "botan_pk_op_sign_update": (_HANDLE, ctypes.c_char_p, ctypes.c_size_t),
    "botan_pk_op_sign_finish": (_HANDLE, _HANDLE, ctypes.c_char_p, ctypes.POINTER(ctypes.c_size_t)),
    "botan_pk_op_sign_destroy": (_HANDLE,),
}


@functools.cache
def _botan() -> tuple[ctypes.CDLL, ctypes.c_void_p]:
    """The library with the functions that only sign, and the system's source of randomness."""
    loaded = botan.library()
    for name, arguments in _FUNCTIONS.items():
        function = getattr(loaded, name)
        function.argtypes, function.restype = arguments, ctypes.c_int
    random = _HANDLE()
    botan.check(loaded.botan_rng_init(ctypes.byref(random), b"system"))
    return loaded, random


@dataclass(frozen=True, slots=True)
class GostKey:
    """A GOST key: `pkcs8` in Botan's spelling, `public` in the national one; another curve only to be refused."""

    pkcs8: bytes = field(repr=False)
    public: bytes
    curve: str = gost.CURVE

    def sign(self, message: bytes) -> bytes:
        """The signature r‖s, little-endian."""
        library, random = _botan()
        key, operation, size = _HANDLE(), _HANDLE(), ctypes.c_size_t(_ENOUGH)
        out = ctypes.create_string_buffer(_ENOUGH)
        botan.check(library.botan_privkey_load(ctypes.byref(key), random, self.pkcs8, len(self.pkcs8), None))
        try:
            botan.check(library.botan_pk_op_sign_create(ctypes.byref(operation), key, _PADDING, 0))
            botan.check(library.botan_pk_op_sign_update(operation, message, len(message)))
            botan.check(library.botan_pk_op_sign_finish(operation, random, out, ctypes.byref(size)))
        finally:
            library.botan_pk_op_sign_destroy(operation)
            library.botan_privkey_destroy(key)
        return out.raw[: size.value][::-1]

    def public_key_info(self) -> bytes:
        """SubjectPublicKeyInfo of the national profile."""
        parameters = gost.KeyParameters({"curve": self.curve, "digest": gost.DIGEST})
        algorithm = {"algorithm": gost.KEY, "parameters": core.Any(parameters)}
        octets = core.OctetString(self.public).dump()
        return bytes(KeyInfo({"algorithm": algorithm, "public_key": octets}).dump())


PrivateKey = rsa.RSAPrivateKey | GostKey


def new_gost_key() -> GostKey:
    """A fresh GOST key."""
    library, random = _botan()
    key = _HANDLE()
    botan.check(library.botan_privkey_create(ctypes.byref(key), _NAME, _CURVE, random))
    return _taken(key)


def load_gost_key(pkcs8: bytes) -> GostKey:
    """A GOST key that `GostKey.pkcs8` was kept of."""
    library, random = _botan()
    key = _HANDLE()
    botan.check(library.botan_privkey_load(ctypes.byref(key), random, pkcs8, len(pkcs8), None))
    return _taken(key)


def _taken(key: ctypes.c_void_p) -> GostKey:
    library, _ = _botan()
    public = _HANDLE()
    try:
        botan.check(library.botan_privkey_export_pubkey(ctypes.byref(public), key))
        return GostKey(
            _exported(library.botan_privkey_export, key),
            _exported(library.botan_pubkey_export, public)[-gost.KEY_BYTES :],
        )
    finally:
        library.botan_pubkey_destroy(public)
        library.botan_privkey_destroy(key)


def _exported(export: "ctypes._NamedFuncPointer", key: ctypes.c_void_p) -> bytes:
    out, size = ctypes.create_string_buffer(_ENOUGH), ctypes.c_size_t(_ENOUGH)
    botan.check(export(key, out, ctypes.byref(size), 0))
    return out.raw[: size.value]


def public_key_info(key: PrivateKey) -> bytes:
    """The public half as it stands in a certificate."""
    if isinstance(key, GostKey):
        return key.public_key_info()
    spki = serialization.PublicFormat.SubjectPublicKeyInfo
    return key.public_key().public_bytes(serialization.Encoding.DER, spki)


def signature_algorithm(key: PrivateKey) -> algos.SignedDigestAlgorithm:
    """What this key's signatures are called in certificates, lists and answers."""
    name = gost.SIGNATURE if isinstance(key, GostKey) else "sha256_rsa"
    return algos.SignedDigestAlgorithm({"algorithm": name})


def signature(key: PrivateKey, signed: bytes) -> bytes:
    """A signature over these bytes."""
    if isinstance(key, GostKey):
        return key.sign(signed)
    return key.sign(signed, padding.PKCS1v15(), hashes.SHA256())
