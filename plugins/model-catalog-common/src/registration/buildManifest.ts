import { ModelManifestInput } from '../manifest/modelManifestSchema';
import { proposeTier } from '../tier/proposeTier';
import { ModelRegistration } from './modelRegistrationSchema';

type Metric = NonNullable<ModelRegistration['metrics']>[number];
type Version = NonNullable<ModelManifestInput['spec']['versions']>[number];

/** Name of the version that a registration begins with. */
export const firstVersion = '1';

/** Card of the first version, seen from the manifest. */
export const firstCard = `cards/${firstVersion}.md`;

/** What a bound says about the direction; one on both sides says nothing. */
function directionOf({ minimum, maximum }: Metric) {
  if ((minimum === undefined) === (maximum === undefined)) return {};
  return { higherIsBetter: minimum !== undefined };
}

function toMetric(metric: Metric) {
  const { minimum: _, maximum: __, value, ...same } = metric;
  return value === undefined
    ? []
    : [{ ...same, value, ...directionOf(metric) }];
}

function buildVersion({
  weights,
  framework,
  metrics = [],
  datasets = [],
}: ModelRegistration): Version[] {
  if (!weights) return [];
  const { createdAt, ...artifact } = weights;
  return [
    {
      version: firstVersion,
      createdAt,
      artifacts: [artifact],
      ...(metrics.length > 0 && { metrics: metrics.flatMap(toMetric) }),
      ...(framework !== undefined && { params: { framework } }),
      ...(datasets.length > 0 && {
        datasets: datasets.map(({ ref: _, ...same }) => same),
      }),
      card: firstCard,
    },
  ];
}

/** The manifest of a registration; its tier is the proposed one. */
export function buildManifest(
  registration: ModelRegistration,
): ModelManifestInput {
  const { name, title, description, tags } = registration;
  const { owner, system, type, task, license } = registration;
  const refs = new Set(registration.datasets?.flatMap(({ ref }) => ref ?? []));
  return {
    apiVersion: 'modelyard.io/v1alpha1',
    kind: 'ModelManifest',
    metadata: {
      name,
      ...(title !== undefined && { title }),
      description,
      ...(tags?.length && { tags }),
    },
    spec: {
      type,
      lifecycle: 'experimental',
      owner,
      ...(system !== undefined && { system }),
      task,
      license,
      riskTier: proposeTier(registration.assessment).proposed,
      ...(refs.size > 0 && { datasets: [...refs] }),
      versions: buildVersion(registration),
    },
  };
}
