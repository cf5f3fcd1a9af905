import socket

import pytest

from kezek_local.errors import PortTakenError, StackError
from kezek_local.ports import MAX_REPLICAS, SERVICES, Ports, check_free, free_base


def test_no_port_is_meant_for_two_programs() -> None:
    ports = Ports(20000)
    servers = [ports.gateway, ports.sandbox, ports.smtp, ports.kafka, ports.controller, ports.postgres, ports.redis]
    servers.append(ports.clamd)
    apis = [ports.api(service, replica) for service in SERVICES for replica in range(MAX_REPLICAS)]
    workers = [ports.worker(service, replica) for service in SERVICES for replica in range(MAX_REPLICAS)]
    every = [*servers, ports.ncalayer, *ports.readers, *apis, *workers]
    assert len(set(every)) == len(every)
    assert max(every) < 20100


def test_a_taken_port_is_named_with_its_purpose() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(PortTakenError, match=rf"port {port}, meant for PostgreSQL, is taken"):
            check_free([(port, "PostgreSQL")])


def test_two_stacks_get_different_bases() -> None:
    assert free_base() != free_base()


def test_more_replicas_than_ports_are_refused() -> None:
    with pytest.raises(StackError, match="at most"):
        Ports().api("auth", MAX_REPLICAS)
