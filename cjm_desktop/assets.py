"""Where the files that come with the program lie, in a wheel and in a checkout."""

from functools import cache
from pathlib import Path

_PLACES = (
    Path(__file__).resolve().parent / "resources",
    Path(__file__).resolve().parents[1] / "resources",
)


class MissingResourcesError(RuntimeError):
    """The program's own files are not where they were installed."""


def root() -> Path:
    """Return the folder that holds fonts, icons, templates, samples and translations."""
    return _found(_PLACES)


@cache
def _found(places: tuple[Path, ...]) -> Path:
    for place in places:
        if (place / "fonts").is_dir():
            return place
    looked = " or ".join(str(place) for place in places)
    raise MissingResourcesError(
        f"CJM Desktop is not installed completely: no resources in {looked}. Install it again."
    )


def path(*parts: str) -> Path:
    """Return the path of a resource, for example `path("icons", "app.svg")`."""
    found = root().joinpath(*parts)
    if not found.exists():
        raise MissingResourcesError(
            f"CJM Desktop is not installed completely: {found} is missing. Install it again."
        )
    return found
