/**
 * How every script begins. None holds any text of a form: each reads what lies in
 * the repository, in every folder that has a manifest.
 */
const preamble = String.raw`set -euo pipefail
cd "$(dirname "$0")/../.."
export PATH="$PWD/ci/models/.tools/bin:$PATH"

fail() {
  echo "$1" >&2
  exit 1
}
`;

/** Finds the manifests as the catalog does, but for what links lead to. */
export const findManifests = String.raw`manifests=()
while IFS= read -r -d '' file; do
  manifests+=("$file")
done < <(find . \( -name .git -o -name node_modules \) -prune -o -type f -name model.yaml -print0 | sort -z)
[ "${'$'}{#manifests[@]}" -gt 0 ] || fail "there is no file named model.yaml"
`;

/**
 * Says what is wrong with a manifest, and counts. What yq can't read is a problem
 * too, not an empty list.
 */
export const countProblems = String.raw`yq --version 2>/dev/null | grep -q mikefarah || fail "yq of github.com/mikefarah/yq is missing: run ci/models/tools.sh"
problems=0

problem() {
  echo "$manifest: $1" >&2
  problems=$((problems + 1))
}

# Calls $1 with each line that the expression $2 finds in the manifest.
each() {
  local lines line
  if ! lines=$(yq -N "$2" "$manifest"); then
    problem "can't be read"
    return
  fi
  while IFS= read -r line; do
    [ -z "$line" ] || "$1" "$line"
  done <<<"$lines"
}
`;

/** Fails when something was wrong. */
export const failOnProblems = String.raw`[ "$problems" -eq 0 ] || fail "$problems problems in ${'$'}{#manifests[@]} manifests"
echo "${'$'}{#manifests[@]} manifests have no problem"
`;

/** A script: what it is for, in comment lines, and what it does. */
export function script(purpose: string, ...parts: string[]): string {
  const comment = purpose
    .split('\n')
    .map(line => `# ${line}\n`)
    .join('');
  return [`#!/usr/bin/env bash\n${comment}${preamble}`, ...parts].join('\n');
}
