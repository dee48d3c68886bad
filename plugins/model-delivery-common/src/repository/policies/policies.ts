import { PlatformRules } from '../../plan/types';
import { policiesOf } from '../choices';
import { RepositoryFile, RepositoryModel } from '../types';
import { admissionPolicyFiles } from './admissionPolicy';
import { gatekeeperFiles } from './gatekeeper';
import { kyvernoFiles } from './kyverno';
import { policiesReadme } from './readme';
import { rulesOf } from './rules';
import { sampleFiles, samplesOf } from './samples';

interface PolicySet {
  engines: Record<
    ReturnType<typeof policiesOf>[number],
    readonly RepositoryFile[]
  >;
  shared: readonly RepositoryFile[];
}

function buildPolicies(platform: PlatformRules): PolicySet {
  const rules = rulesOf(platform);
  const samples = samplesOf(
    rules.map(rule => rule.id),
    platform,
  );
  return {
    engines: {
      gatekeeper: gatekeeperFiles(rules, samples),
      kyverno: kyvernoFiles(rules, platform.signers),
      'admission-policy': admissionPolicyFiles(rules),
    },
    shared: [
      ...sampleFiles(samples),
      {
        path: 'policies/README.md',
        text: policiesReadme(rules, platform.signers),
      },
    ],
  };
}

// Policies follow from the lists of the platform alone: they are built and, file
// by file, serialised once. By content, since a caller may read the lists anew
// for every plan; the bound keeps a caller with ever new lists from filling memory.
const built = new Map<string, PolicySet>();
const maxBuilt = 16;

function policySet({ registries, licenses, signers }: PlatformRules = {}) {
  const platform = { registries, licenses, signers };
  const key = JSON.stringify(platform);
  const known = built.get(key);
  if (known) return known;
  if (built.size >= maxBuilt) built.clear();
  const made = buildPolicies(platform);
  built.set(key, made);
  return made;
}

/** Files of `policies/` for the engines of a repository. */
export function policyFiles(repository: RepositoryModel): RepositoryFile[] {
  const engines = policiesOf(repository);
  if (!engines.length) return [];
  const policies = policySet(repository.context.rules);
  return [
    ...engines.flatMap(engine => policies.engines[engine]),
    ...policies.shared,
  ];
}
