#!/usr/bin/env bash
# Scans what the workflow's event is about. Reads SCAN, FAIL_ON, ARGS, PYTHON and COMMAND (the path), and what
# GitHub gives to every step. Writes `status`, `sarif` and `html` to GITHUB_OUTPUT and the summary of the job.
# Exits 0 with findings, too: the action's last step turns the status into the verdict, after the upload.
set -euo pipefail

zero=0000000000000000000000000000000000000000

# Prints one value of the event; only object ids and branch names are asked for. Nothing of it is ever evaluated.
event() {
    "$PYTHON" - "$GITHUB_EVENT_PATH" "$@" <<'EOF'
import json, sys
with open(sys.argv[1], encoding="utf-8") as file:
    value = json.load(file)
for key in sys.argv[2:]:
    value = value.get(key) if isinstance(value, dict) else None
print(value if isinstance(value, str) else "")
EOF
}

# Makes sure that a commit or tag is here. What a force push left behind, say, is on no branch that was fetched.
present() {
    git cat-file -e "$1" 2>/dev/null || git fetch --quiet --no-tags -- origin "$1"
}

fail() {
    echo "::error title=okx-secret-scan::$1"
    echo "status=2" >>"$GITHUB_OUTPUT"
    exit 0
}

case $SCAN in
    auto)
        case $GITHUB_EVENT_NAME in
            pull_request | merge_group | push) SCAN=changes ;;
            # It checks out the base branch, so a scan of "the changes" would see none and call them clean.
            pull_request_target) fail "use the event pull_request: it brings the changes and needs no secrets" ;;
            *) SCAN=history ;;
        esac
        ;;
    changes | history | tree) ;;
    *) fail "the input scan is auto, changes, history or tree" ;;
esac

if [[ $SCAN != tree && $(git rev-parse --is-shallow-repository) == true ]]; then
    fail "the checkout is shallow, so commits are missing: give actions/checkout the input fetch-depth: 0"
fi

subcommand=(history)
[[ $SCAN == tree ]] && subcommand=(scan)
if [[ $SCAN == changes ]]; then
    tip=HEAD
    case $GITHUB_EVENT_NAME in
        pull_request) base=$(event pull_request base sha) ;;
        merge_group) base=$(event merge_group base_sha) ;;
        push)
            base=$(event before)
            if [[ $GITHUB_REF == refs/tags/* ]]; then
                # actions/checkout puts its commit in the place of an annotated tag; the message is the tag's.
                tip=$(event after)
                present "$tip" || fail "the tag cannot be fetched: give actions/checkout persist-credentials: true"
                git update-ref "$GITHUB_REF" "$tip"
            fi
            ;;
        *) fail "the event $GITHUB_EVENT_NAME brings no changes: use the input scan: history" ;;
    esac
    if [[ $base != "$zero" ]] && ! present "$base"; then
        [[ $GITHUB_EVENT_NAME == push ]] ||
            fail "the base of the changes cannot be fetched: run the workflow again, or with the input scan: history"
        # A force push left it behind and the server has forgotten it: all is new, as in a new branch.
        base=$zero
    fi
    if [[ $base == "$zero" ]]; then
        # A new branch brings what the default branch lacks; a new default branch brings everything.
        base=origin/$(event repository default_branch)
        git rev-parse --quiet --verify "$base^{commit}" >/dev/null && [[ $base != "origin/$GITHUB_REF_NAME" ]] || base=
    fi
    [[ -n $base ]] && subcommand=(push --from-ref "$base" --to-ref "$tip")
fi

read -r -a options <<<"${ARGS//$'\n'/ }"
reports=$(mktemp -d "$RUNNER_TEMP/okx-secret-scan.XXXXXX")
status=0
"$COMMAND" "${subcommand[@]}" --format github --fail-on "$FAIL_ON" --no-progress \
    --report "sarif=$reports/okx-secret-scan.sarif" \
    --report "html=$reports/okx-secret-scan.html" \
    --report "markdown=$reports/summary.md" \
    ${options[@]+"${options[@]}"} || status=$?

# Without reports nothing was scanned; the command's own line is in the log alone.
[[ -f $reports/summary.md ]] || fail "nothing was scanned: the log of this step says why"
echo "status=$status" >>"$GITHUB_OUTPUT"
cat "$reports/summary.md" >>"$GITHUB_STEP_SUMMARY"
echo "sarif=$reports/okx-secret-scan.sarif" >>"$GITHUB_OUTPUT"
echo "html=$reports/okx-secret-scan.html" >>"$GITHUB_OUTPUT"
