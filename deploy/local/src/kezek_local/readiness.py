"""Asking a program whether it is ready, by its own protocol."""

import http.client
import socket
import struct
from collections.abc import Callable

Ready = Callable[[], bool]
OK = 200
BAD_REQUEST = 400


def http_ready(port: int, path: str = "/health/ready") -> Ready:
    """The path answers with a success."""
    return lambda: OK <= get(port, path)[0] < BAD_REQUEST


def get(port: int, path: str, *, timeout: float = 3.0) -> tuple[int, bytes]:
    """Status and body; status 0 when nobody answers."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=timeout)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.read()
    except (OSError, http.client.HTTPException):
        return 0, b""
    finally:
        connection.close()


def redis_ready(port: int, user: str, password: str) -> Ready:
    """Redis answers PONG, so its data are loaded."""
    return lambda: b"+PONG" in exchange(port, f"AUTH {user} {password}\r\nPING\r\n".encode(), enough=12)


def postgres_ready(port: int) -> Ready:
    """PostgreSQL asks for a password: while it starts or recovers it answers with an error instead."""
    fields = b"user\0postgres\0database\0postgres\0\0"
    startup = struct.pack("!II", len(fields) + 8, 196608) + fields
    return lambda: exchange(port, startup, enough=1).startswith(b"R")


def kafka_ready(port: int) -> Ready:
    """Kafka answers which versions of its protocol it speaks."""
    request = struct.pack("!hhih", 18, 0, 7, 5) + b"kezek"
    framed = struct.pack("!i", len(request)) + request
    return lambda: exchange(port, framed, enough=10)[4:10] == struct.pack("!ih", 7, 0)


def clamd_ready(port: int) -> Ready:
    """The virus scanner answers PONG, so its signatures are loaded."""
    return lambda: exchange(port, b"zPING\0", enough=5).startswith(b"PONG")


def exchange(port: int, request: bytes, *, enough: int) -> bytes:
    """Sends and reads until there is enough; what was read when the other side gives up."""
    answer = b""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=2.0) as connection:
            connection.sendall(request)
            while len(answer) < enough:
                part = connection.recv(4096)
                if not part:
                    break
                answer += part
    except OSError:
        return answer
    return answer
