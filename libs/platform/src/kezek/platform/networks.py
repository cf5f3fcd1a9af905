"""What stands for whoever asks without a name: the network that one subscriber has."""

from ipaddress import ip_network

LONG_NETWORK = 64


def network_of(address: str) -> str:
    """What one subscriber has: an IPv4 address, or a /64 of IPv6."""
    if ":" not in address:
        return address
    return str(ip_network((address, LONG_NETWORK), strict=False))
