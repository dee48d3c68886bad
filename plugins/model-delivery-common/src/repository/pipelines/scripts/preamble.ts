/**
 * How every script begins. They stand in the repository of a service as they
 * stand here, whatever the form says: names, versions and images are read from
 * the rendered manifests when a script runs.
 */
export const preamble = String.raw`set -euo pipefail
cd "$(dirname "$0")/.."
export PATH="$PWD/ci-output/bin:$PATH"
mkdir -p ci-output

fail() {
  echo "$1" >&2
  exit 1
}
`;

/** A script: what it is for, in comment lines, and what it does. */
export function script(purpose: string, body: string): string {
  const comment = purpose
    .split('\n')
    .map(line => `# ${line}\n`)
    .join('');
  return `#!/usr/bin/env bash\n${comment}${preamble}\n${body}`;
}
