#!/usr/bin/env bash
# Installs the action's own version into an environment of its own and says where the command is.
# Reads PYTHON, RUNNER_TEMP, GITHUB_ACTION_PATH; writes `command` to GITHUB_OUTPUT.
set -euo pipefail

place=$RUNNER_TEMP/okx-secret-scan
if ! "$PYTHON" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    echo "::error title=okx-secret-scan::$PYTHON is older than Python 3.11: run actions/setup-python before this action"
    exit 2
fi
"$PYTHON" -m venv "$place"
case ${RUNNER_OS:-} in
    Windows) programs=$place/Scripts ;;
    *) programs=$place/bin ;;
esac
"$programs/python" -m pip install --quiet --disable-pip-version-check "$GITHUB_ACTION_PATH"
echo "command=$programs/okx-secret-scan" >>"$GITHUB_OUTPUT"
