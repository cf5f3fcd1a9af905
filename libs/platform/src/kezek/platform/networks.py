"""What stands for whoever asks without a name: the network that one subscriber has."""

from ipaddress import ip_network

_WHOLE_IPV4 = 32


def network_of(address: str, *, ipv4: int = _WHOLE_IPV4, ipv6: int = 64) -> str:
    """The network of so many bits around an address; as a rule what one subscriber has, an IPv4 address or a /64."""
    bits = ipv6 if ":" in address else ipv4
    return address if bits == _WHOLE_IPV4 or not address else str(ip_network((address, bits), strict=False))
