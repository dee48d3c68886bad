import { KubernetesObject, objectAt, PlanFile } from '../planner';
import { fixturesOf } from '../policies/subjects';
import { applyKyverno, KyvernoOptions } from './applyKyverno';

/**
 * What Kyverno has to say of samples before it asks a registry: a workload that
 * names no image has nothing to be signed, and an image without a digest is
 * refused. An expression that does not compile would be an error in both.
 */
const expected = {
  'good-inferenceservice': 'pass',
  'bad-pinned-images': 'fail',
} as const;

/** How the policy of image signatures differs from what it has to say. */
export async function checkImagePolicy(
  options: KyvernoOptions,
  files: readonly PlanFile[],
): Promise<string[]> {
  const policy = objectAt<KubernetesObject>(
    files,
    'policies/kyverno/image-signatures.yaml',
  );
  const fixtures = fixturesOf(files);
  const names = Object.keys(expected) as (keyof typeof expected)[];
  const chosen = names.flatMap(name => fixtures.filter(f => f.name === name));
  const results = await applyKyverno(
    options,
    [policy],
    chosen.map(({ object }) => object),
  );
  return names.flatMap((name, index) => {
    const said = (results[index] ?? []).map(r => r.result).join(', ');
    return said === expected[name]
      ? []
      : [
          `Kyverno's policy of signatures says "${said}" of ${name}, expected ${expected[name]}`,
        ];
  });
}
