import { Finding } from '../plan/types';
import { isDnsLabel } from './checkNames';
import { checkPlacement } from './checkPlacement';
import { checkQuota } from './checkQuota';
import { checkResources } from './checkResources';
import { checkScaling, choiceOf } from './checkScaling';
import { error, pointer } from './findings';
import { canaryName } from './fixedNames';
import { RuntimeOptions } from './runtimeOptions';
import { EnvironmentInput, ServiceInput } from './serviceInputSchema';

const maxHostLabel = 63;

function checkHostName(
  input: ServiceInput,
  { namespace }: EnvironmentInput,
  field: string,
): Finding[] {
  // KServe makes this one label of the service's host name.
  const label = `${input.name}-predictor-${namespace}`;
  if (input.runtime.kind !== 'kserve' || label.length <= maxHostLabel)
    return [];
  return [
    error(
      `${field}/namespace`,
      `is too long beside this name: "<name>-predictor-<namespace>" must have at most ${maxHostLabel} characters`,
    ),
  ];
}

function checkPlace(
  input: ServiceInput,
  environment: EnvironmentInput,
  field: string,
): Finding[] {
  const found: Finding[] = [];
  const { name, namespace } = environment;
  const label = 'must be a DNS label: lower-case letters, digits and "-"';
  if (!isDnsLabel(name)) found.push(error(`${field}/name`, label));
  if (!isDnsLabel(namespace)) found.push(error(`${field}/namespace`, label));
  found.push(...checkHostName(input, environment, field));
  if (`${input.name}-${name}`.length > maxHostLabel) {
    found.push(
      error(
        `${field}/name`,
        `is too long beside this name: "<name>-<environment>" must have at most ${maxHostLabel} characters`,
      ),
    );
  }
  return found;
}

function checkRollout(
  input: ServiceInput,
  { rollout }: EnvironmentInput,
  { title, rollouts }: RuntimeOptions,
  field: string,
): Finding[] {
  if (!rollout) return [];
  if (!rollouts.includes(rollout.kind)) {
    return [
      error(
        `${field}/rollout/kind`,
        `"${rollout.kind}" does not go with ${title}; ${choiceOf(rollouts)}`,
      ),
    ];
  }
  if (rollout.kind !== 'canary') return [];
  if (rollout.percent < 1 || rollout.percent > 99) {
    return [error(`${field}/rollout/percent`, 'must lie between 1 and 99')];
  }
  // KServe names the canary's Deployment and Service like this.
  return `${input.name}-${canaryName}-predictor`.length > maxHostLabel
    ? [error('/name', 'must have at most 46 characters for a canary')]
    : [];
}

function checkTwins(input: ServiceInput, index: number): Finding[] {
  const { name } = input.environments[index];
  const first = input.environments.findIndex(other => other.name === name);
  return first === index
    ? []
    : [error(pointer('environments', index, 'name'), `"${name}" stands twice`)];
}

/** Checks every environment of a service input. */
export function checkEnvironments(
  input: ServiceInput,
  runtime: RuntimeOptions,
): Finding[] {
  return input.environments.flatMap((environment, index) => {
    const field = pointer('environments', index);
    return [
      ...checkTwins(input, index),
      ...checkPlace(input, environment, field),
      ...checkResources(environment.resources, `${field}/resources`),
      ...checkScaling(environment.scaling, runtime, `${field}/scaling`),
      ...checkRollout(input, environment, runtime, field),
      ...checkPlacement(environment.placement, `${field}/placement`),
      ...checkQuota(environment, `${field}/quota`),
    ];
  });
}
