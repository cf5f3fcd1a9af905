"""GOST 34.10-2015: published vectors, an independent implementation, the national test authority, and what is refused."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import gostcrypto
import pytest
from asn1crypto import cms as asn1
from cryptography import x509

from kezek.eds import Owner, Purpose, Refusal, SignatureRefused, botan, gost, normalise_cms
from kezek.eds.algorithms import is_made_by, is_signed_by
from kezek.eds.subject import bin_of, check_purpose, iin_of
from kezek.eds.testing import Certified, GostKey, load_gost_key, new_gost_key

CONTENT = b"what is signed"
PUBLISHED = Path(__file__).parent / "national_test_authority"
M1 = b"012345678901234567890123456789012345678901234567890123456789012"
M2 = bytes.fromhex(
    "d1e520e2e5f2f0e82c20d1f2f0e8e1eee6e820e2edf3f6e82c20e2e5fef2fa20f120eceef0ff20f1f2f0e5ebe0ece820"
    "ede020f5f0e0e1f0fbff20efebfaeafb20c8e3eef0e5e2fb"
)
P = 2**512 - 569
B = 0xE8C2505DEDFC86DDC1BD0B2B6667F1DA34B82574761CB0E879BD081CFD0B6265EE3CB090F30D27614CB4574010DA90DD862EF9D4EBEE4761503190785A71C760
Q = 2**512 - 0xD8DF9ACE9D8F7DE75E0A5B1B3F5B5C8D3A4A1F0F5E4C5A5E3B3A2A1B0C0D0E0F  # replaced below by Botan's own
X = 0x03A36340A95BB5F93D131961B5B1C1B3213DF7FF3B5A30376407E2A65C441BC6D1B34662317083243F007B15A8512B526606D3B172B606DCE86DBD6F82DA3D40
Y = 0xDEAD76318012FED79507809C89CC44848743640EAC9A3C847DA9082E050760A10679F4B707ABC1872640AD20D7441F66C7A8B3BFF1B8E11B4A076F0A86749F73
