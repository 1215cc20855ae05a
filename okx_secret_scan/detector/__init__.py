"""Text in, findings out. Pure: no file, no git, no configuration, no clock."""

from __future__ import annotations

TYPE_CHECKING = False  # importing it from typing takes longer than all that a hook usually needs
if TYPE_CHECKING:
    from okx_secret_scan.detector.detect import could_hold as could_hold
    from okx_secret_scan.detector.detect import detect as detect
    from okx_secret_scan.detector.gate import could_match as could_match

__all__ = ["could_hold", "could_match", "detect"]


def __getattr__(name: str) -> object:
    # The gate alone decides over most content, so the rest is imported on first use.
    if name in ("could_hold", "detect"):
        from okx_secret_scan.detector.detect import could_hold, detect

        # The import has just put the submodule of the same name into this namespace.
        globals().update(could_hold=could_hold, detect=detect)
        return globals()[name]
    if name == "could_match":
        from okx_secret_scan.detector.gate import could_match

        return could_match
    raise AttributeError(name)
