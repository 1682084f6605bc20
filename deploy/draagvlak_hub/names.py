"""Which system account belongs to the name with which somebody logs in."""

import hashlib
import re

PREFIX = "dv-"
GROUP = "draagvlak"
LONGEST = 24  # with the prefix and the hash it stays under the 32 that Linux allows


def account_of(name: str) -> str:
    """Return the account of a name; two names never share one, and it is never one of the system.

    >>> account_of("groep1-07"), account_of("root")
    ('dv-groep1-07', 'dv-root')
    >>> account_of("A.Vos@ravelwoude.example")
    'dv-a-vos-ravelwo-b22ea76f'
    """
    plain = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
    if (
        plain
        and plain == name
        and len(plain) <= LONGEST
        and not re.search(r"(^|-)[0-9a-f]{8}$", plain)
    ):
        return PREFIX + plain
    print_of = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return PREFIX + "-".join(part for part in (plain[:13].strip("-"), print_of) if part)
