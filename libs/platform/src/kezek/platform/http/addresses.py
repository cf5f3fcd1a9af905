"""Where a request comes from."""

from ipaddress import IPv6Address, ip_address

from fastapi import Request


def address_of(request: Request) -> str:
    """The client's address as the gateway saw it: only the gateway reaches a service, and it overwrites the header."""
    given = request.headers.get("x-forwarded-for") or (request.client.host if request.client else "")
    try:
        address = ip_address(given)
    except ValueError:
        return ""
    # a socket for both families shows IPv4 so; all of it would be one network
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return str(mapped or address)
