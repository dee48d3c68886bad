/** A step that a pipeline takes for every change. */
export interface Check {
  title: string;
  script: string;
}

const build = { title: 'Build every overlay', script: 'ci/build.sh' };
const schemas = {
  title: 'Check against strict schemas',
  script: 'ci/schemas.sh',
};
const policies = { title: 'Check the policies', script: 'ci/policies.sh' };
const scan = { title: 'Scan with Trivy', script: 'ci/scan.sh' };

/** What every change goes through, in order. */
export function checksOf(gatekeeper: boolean): Check[] {
  return [
    { title: 'Install the tools', script: 'ci/tools.sh' },
    build,
    schemas,
    ...(gatekeeper ? [policies] : []),
    scan,
  ];
}

/** What needs the portal, and so its secrets. */
export const portalChecks: readonly Check[] = [
  { title: 'Hand in the evidence', script: 'ci/evidence.sh' },
  { title: 'Ask the gate of each environment', script: 'ci/gate.sh' },
];

/** Installs what {@link portalChecks} need. */
export const installClient = 'ci/tools.sh modelyard';

/** Versions of the languages that the tools are installed with. */
export const languages = { go: '1.26', node: '24' };
