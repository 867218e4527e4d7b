"""Which hosts are this machine."""

import ipaddress


def is_loopback(host: str) -> bool:
    """Returns whether a host name or address means this machine alone."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.lower() == "localhost"
