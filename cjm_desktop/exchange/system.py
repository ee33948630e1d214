"""Why the system refused a file, in words."""

from __future__ import annotations

import errno

from cjm_desktop.journey.words import Key

_REASONS = {
    errno.EACCES: "right",
    errno.EPERM: "right",
    errno.EROFS: "right",
    errno.ENOENT: "folder",
    errno.ENOTDIR: "folder",
    errno.EISDIR: "is_folder",
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EFBIG: "full",
    errno.ENAMETOOLONG: "name",
    errno.EINVAL: "name",
}


def reason(error: OSError | ValueError) -> Key:
    """What to fill into a sentence.

    Args:
        error: a `ValueError` is a name with a zero byte in it.
    """
    number = error.errno if isinstance(error, OSError) else errno.EINVAL
    return Key(f"exchange.reason.{_REASONS.get(number or 0, 'system')}")
