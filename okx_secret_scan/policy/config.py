"""The configuration in force, and where each value came from.

The command line beats the environment (`OKX_SECRET_SCAN_*`), which beats the file: the one that `--config`
or `OKX_SECRET_SCAN_CONFIG` names, otherwise `.okx-secret-scan.toml`, `pyproject.toml` or `setup.cfg` in the
root of what is scanned. Excludes and additions to the vocabulary add up.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from okx_secret_scan.model import Severity, UserError, Vocabulary
from okx_secret_scan.policy import configfiles
from okx_secret_scan.policy.excludes import Exclude
from okx_secret_scan.policy.extras import Addition, combine
from okx_secret_scan.policy.readers import InvalidError, Step, check_keys, listed, nearest
from okx_secret_scan.policy.settings import KEYS, Reading, exclude_from_line

PREFIX = "OKX_SECRET_SCAN_"
CONFIG_VARIABLE = f"{PREFIX}CONFIG"
NO_REPO_CONFIG_VARIABLE = f"{PREFIX}NO_REPO_CONFIG"
DEFAULT = "default"

# Read by other parts of the package.
_ELSEWHERE = (f"{PREFIX}STOCK_FILTERS",)


@dataclass(frozen=True, slots=True)
class Layer:
    """The values of one place. `place` tells where a value stands, for people.

    `confined` is a place in the scanned content, whose values may not lead out of it.
    """

    values: Mapping[str, object]
    plain: bool
    folder: Path
    name: str
    place: Callable[[Sequence[Step]], str]
    confined: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """The values in force; `layers` are the places that set each key, weakest first.

    `trusting` is False if nothing that lies in the scanned content may decide anything.
    """

    fail_on: Severity
    baseline: Path | None
    exclude: tuple[Exclude, ...]
    strict: bool
    report_unused: bool
    jobs: int | None
    names: tuple[Addition, ...]
    clients: tuple[Addition, ...]
    placeholders: tuple[Addition, ...]
    trusting: bool = True
    layers: Mapping[str, tuple[Layer, ...]] = field(default_factory=dict)

    @property
    def additions(self) -> tuple[Addition, ...]:
        """All additions to what the scanner knows by itself."""
        return self.names + self.clients + self.placeholders

    @property
    def vocabulary(self) -> Vocabulary:
        """What the detector shall know beyond its own tables.

        Placeholders silence, so that they are the policy's: what they silence is found, counted and listed.
        """
        return combine(self.names + self.clients)

    @property
    def fillers(self) -> Mapping[str, str]:
        """The placeholders in lower case, each with words that say what makes it one."""
        words = f"placeholder of {self.origin('placeholders')}"
        return {text.lower(): words for addition in self.placeholders for text in addition.placeholders}

    def origin(self, key: str) -> str:
        """Say where the value of `key` comes from: file and line, variable or option."""
        return ", ".join(layer.place([key]) for layer in self.layers.get(key, ())) or DEFAULT


def load(
    root: Path,
    *,
    file: Path | None = None,
    repo_config: bool = True,
    environment: Mapping[str, str],
    command_line: Mapping[str, object],
) -> Config:
    """Return the configuration for what lies in `root`.

    `file` is what `--config` names; `command_line` holds the other options that were given, as TOML values
    by key, but excludes as lines, perhaps with a reason. Raises `UserError` for the first value that cannot
    be used.
    """
    variables = _variables(environment)
    trusting = repo_config and not _flag(variables, NO_REPO_CONFIG_VARIABLE)
    if file is None and CONFIG_VARIABLE in variables:
        file = Path(variables[CONFIG_VARIABLE])
    layers = [*_file_layer(root, file, trusting), _environment_layer(variables), _options_layer(command_line)]
    values: dict[str, Any] = {}
    origins: dict[str, tuple[Layer, ...]] = {}
    for key, row in KEYS.items():
        setting = [layer for layer in layers if key in layer.values]
        found = [_read(key, layer) for layer in setting]
        if row.adds:
            values[_field(key)] = tuple(item for items in found for item in items)
        else:
            values[_field(key)] = found[-1] if found else row.default
        origins[key] = tuple(setting if row.adds else setting[-1:])
    return Config(**values, trusting=trusting, layers=origins)


def _field(key: str) -> str:
    return key.replace("-", "_")


def _read(key: str, layer: Layer) -> Any:
    try:
        return KEYS[key].read(toml_value(key, layer), Reading(layer.name, layer.folder, layer.confined))
    except InvalidError as error:
        raise _error(layer, key, error) from None


def toml_value(key: str, layer: Layer) -> object:
    """Return what `layer` sets `key` to, as a TOML file would; raises `InvalidError`."""
    value = layer.values[key]
    if not layer.plain:
        return value
    from_text = KEYS[key].from_text
    if from_text is None:
        raise InvalidError(f"can be set in a TOML file only, such as {configfiles.OWN_FILE}")
    return from_text(str(value))


def _error(layer: Layer, key: str, error: InvalidError) -> UserError:
    place = layer.place([key, *error.steps])
    inner = [str(step) for step in error.steps if isinstance(step, str)]
    return UserError(f"{place}: {'.'.join([key, *inner])} {error.words}")


def _file_layer(root: Path, file: Path | None, trusting: bool) -> list[Layer]:
    if file is not None:
        written = configfiles.read(file, str(file))
        if written is None:
            raise UserError(f"{file}: has no section for {configfiles.SECTION}")
    else:
        written = configfiles.find(root) if trusting else None
    if written is None:
        return []
    try:
        check_keys(written.values, KEYS)
    except InvalidError as error:
        raise UserError(f"{written.place(error.steps)}: {error.words}") from None
    confined = file is None
    return [Layer(written.values, written.plain, written.folder, written.name, written.place, confined)]


def _variables(environment: Mapping[str, str]) -> dict[str, str]:
    """Return our variables that are set and not empty; raise `UserError` for one that means nothing."""
    known = {PREFIX + _field(key).upper() for key, row in KEYS.items() if row.from_text}
    known |= {CONFIG_VARIABLE, NO_REPO_CONFIG_VARIABLE, *_ELSEWHERE}
    ours = {name: value for name, value in environment.items() if name.startswith(PREFIX)}
    for name in ours:
        if name not in known:
            raise UserError(f"the environment has an unknown variable {name}: {nearest(name, sorted(known))}")
    return {name: value for name, value in ours.items() if value}


def _flag(variables: Mapping[str, str], name: str) -> bool:
    word = variables.get(name, "false").strip().lower()
    if word not in ("true", "yes", "on", "1", "false", "no", "off", "0"):
        raise UserError(f"{name}: must be true or false")
    return word in ("true", "yes", "on", "1")


def _environment_layer(variables: Mapping[str, str]) -> Layer:
    names = {key: PREFIX + _field(key).upper() for key in KEYS}
    values = {key: variables[name] for key, name in names.items() if name in variables}
    return Layer(values, True, Path(), "environment", lambda steps: names[str(steps[0])])


def _options_layer(given: Mapping[str, object]) -> Layer:
    values = dict(given)
    if "exclude" in given:
        values["exclude"] = [exclude_from_line(line) for line in listed(given["exclude"])]
    return Layer(values, False, Path(), "command line", lambda steps: f"--{steps[0]}")
