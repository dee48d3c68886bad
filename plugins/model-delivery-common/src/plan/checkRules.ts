import { error, info, pointer, warning } from '../input/findings';
import { minReplicasOf } from '../input/replicas';
import { runtimeKeyOf, runtimeOptions } from '../input/runtimeOptions';
import { EnvironmentInput, ServiceInput } from '../input/serviceInputSchema';
import { imageBeginnings } from '../repository/policies/podRules';
import { Finding, PlanContext, ResolvedModelVersion } from './types';

const knativeFeatures =
  'https://knative.dev/docs/serving/configuration/feature-flags/';

/** The ids of licences and exceptions that an SPDX expression names. */
export function licenseIds(expression: string): string[] {
  return expression
    .split(/[\s()]+/)
    .filter(word => word && !/^(AND|OR|WITH)$/i.test(word));
}

function checkImage(input: ServiceInput, { rules }: PlanContext): Finding[] {
  const { image } = input;
  const registries = rules?.registries;
  if (!image || !registries) return [];
  const beginnings = imageBeginnings(registries);
  if (beginnings.some(beginning => image.startsWith(beginning))) return [];
  return [
    error(
      '/image',
      `must come from ${registries.join(' or ') || 'no registry at all'}`,
    ),
  ];
}

function checkLicense(
  { license }: ResolvedModelVersion,
  { rules }: PlanContext,
): Finding[] {
  const allowed = rules?.licenses;
  if (!allowed) return [];
  const field = '/model/version';
  if (!license) {
    return [
      error(
        field,
        'the model names no licence; its owner adds it to the model',
      ),
    ];
  }
  const refused = licenseIds(license).filter(id => !allowed.includes(id));
  return refused.length
    ? [
        error(
          field,
          `its licence ${license} has ${refused.join(', ')}, which the platform does not allow`,
        ),
      ]
    : [];
}

function checkSpot(
  input: ServiceInput,
  environment: EnvironmentInput,
  index: number,
): Finding[] {
  const { job } = runtimeOptions[runtimeKeyOf(input.runtime)];
  if (!environment.placement?.spot || job) return [];
  if (minReplicasOf(environment) >= 2) return [];
  return [
    warning(
      pointer('environments', index, 'placement', 'spot'),
      `${environment.name} has one replica, which goes with its node; have at least two`,
    ),
  ];
}

/** Knative refuses fields of a Pod that its operator has not switched on. */
function checkKnative(
  input: ServiceInput,
  { name, placement, resources }: EnvironmentInput,
  index: number,
): Finding[] {
  const key = runtimeKeyOf(input.runtime);
  if (key !== 'knative' && key !== 'kserve/knative') return [];
  const features = [
    (placement?.nodeSelector || placement?.spot || resources.gpu?.product) &&
      'kubernetes.podspec-nodeselector',
    (placement?.tolerations?.length || resources.gpu) &&
      'kubernetes.podspec-tolerations',
    placement?.spread &&
      placement.spread !== 'none' &&
      'kubernetes.podspec-topologyspreadconstraints',
  ].filter(Boolean);
  return features.length
    ? [
        info(
          pointer('environments', index),
          `the cluster of ${name} has to allow ${features.join(', ')} in Knative's config-features (${knativeFeatures})`,
        ),
      ]
    : [];
}

/** Holds an input against what the platform allows and can do. */
export function checkRules(
  input: ServiceInput,
  model: ResolvedModelVersion,
  context: PlanContext,
): Finding[] {
  return [
    ...checkImage(input, context),
    ...checkLicense(model, context),
    ...input.environments.flatMap((environment, index) => [
      ...checkSpot(input, environment, index),
      ...checkKnative(input, environment, index),
    ]),
  ];
}
