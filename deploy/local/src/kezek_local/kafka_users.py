"""One Kafka user per service and what it may do: made from the table of topics, and kept equal to it."""

import hashlib
import secrets
from collections.abc import Iterable, Mapping

from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.protocol.admin import CreateAclsRequest, DeleteAclsRequest, DescribeAclsRequest
from aiokafka.protocol.api import Request, RequestStruct, Response
from aiokafka.protocol.types import CompactArray, CompactBytes, CompactString, Int8, Int16, Int32, Schema, TaggedFields

from kezek.platform.messaging.rights import Right, rights_of

ITERATIONS = 4096
SHA_512 = 2
ANY, ALLOW, LITERAL, PREFIXED = 1, 3, 3, 4
EVERY_HOST = "*"
Acl = tuple[int, str, int, str, str, int, int]


async def make_users(admin: AIOKafkaAdminClient, passwords: Mapping[str, str]) -> None:
    """Sees to it that these users have these passwords.

    Raises:
        SystemExit: when Kafka refuses; what it says names the user and nothing else.
    """
    answer = await admin._send_request(_SetPasswords(passwords))  # noqa: SLF001 - aiokafka has no public method
    _check([(user, code, text) for user, code, text, _ in answer.results])


async def make_rights(admin: AIOKafkaAdminClient, services: Iterable[str]) -> None:
    """Gives each service what the topics' table says and takes back what it does not say (any more)."""
    named = list(services)
    wanted = {_acl(service, right) for service in named for right in rights_of(service)}
    known = await known_rights(admin, {f"User:{service}" for service in named})
    for acl in sorted(wanted - known):
        answer = await admin._send_request(CreateAclsRequest(*acl))  # noqa: SLF001
        _check([(acl[3], *each) for each in answer.creation_responses])
    for acl in sorted(known - wanted):
        answer = await admin._send_request(DeleteAclsRequest(*acl))  # noqa: SLF001
        _check([(acl[3], code, text) for code, text, _ in answer.filter_responses])


def _acl(service: str, right: Right) -> Acl:
    pattern = PREFIXED if right.prefix else LITERAL
    return (int(right.resource), right.name, pattern, f"User:{service}", EVERY_HOST, int(right.operation), ALLOW)


async def known_rights(admin: AIOKafkaAdminClient, principals: set[str]) -> set[Acl]:
    """What these users may do now, as Kafka holds it."""
    everything = DescribeAclsRequest(ANY, None, ANY, None, None, ANY, ANY)
    answer = await admin._send_request(everything)  # noqa: SLF001
    _check([("acls", answer.error_code, answer.error_message)])
    return {
        (resource, name, pattern, principal, host, operation, permission)
        for resource, name, pattern, acls in answer.resources
        for principal, host, operation, permission in acls
        if principal in principals
    }


def _check(answers: list[tuple[str, int, str | None]]) -> None:
    wrong = [(about, code, text) for about, code, text in answers if code]
    if wrong:
        raise SystemExit(f"Kafka refused users or rights: {wrong}")


class _PasswordsAnswer(Response):  # type: ignore[misc]  # aiokafka is untyped
    API_KEY = 51
    API_VERSION = 0
    SCHEMA = Schema(
        ("throttle_time_ms", Int32),
        (
            "results",
            CompactArray(
                ("user", CompactString("utf-8")),
                ("error_code", Int16),
                ("error_message", CompactString("utf-8")),
                ("tags", TaggedFields),
            ),
        ),
        ("tags", TaggedFields),
    )


class _Passwords(RequestStruct):  # type: ignore[misc]  # aiokafka is untyped
    """AlterUserScramCredentials: Kafka gets salted digests, never the passwords."""

    FLEXIBLE_VERSION = True
    API_KEY = 51
    API_VERSION = 0
    RESPONSE_TYPE = _PasswordsAnswer
    SCHEMA = Schema(
        ("deletions", CompactArray(("name", CompactString("utf-8")), ("mechanism", Int8), ("tags", TaggedFields))),
        (
            "upsertions",
            CompactArray(
                ("name", CompactString("utf-8")),
                ("mechanism", Int8),
                ("iterations", Int32),
                ("salt", CompactBytes),
                ("salted_password", CompactBytes),
                ("tags", TaggedFields),
            ),
        ),
        ("tags", TaggedFields),
    )


class _SetPasswords(Request[_Passwords]):  # type: ignore[misc]  # aiokafka is untyped
    API_KEY = 51

    def __init__(self, passwords: Mapping[str, str]) -> None:
        self._passwords = passwords

    def build(self, request_struct_class: type[_Passwords]) -> _Passwords:
        return request_struct_class([], [_salted(*each) for each in self._passwords.items()], {})


def _salted(user: str, password: str) -> tuple[str, int, int, bytes, bytes, dict[int, bytes]]:
    salt = secrets.token_bytes(16)
    digest = hashlib.pbkdf2_hmac("sha512", password.encode(), salt, ITERATIONS)
    return user, SHA_512, ITERATIONS, salt, digest, {}
