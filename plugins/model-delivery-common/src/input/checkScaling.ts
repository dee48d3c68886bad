import { Finding } from '../plan/types';
import { checkTrigger } from './checkTrigger';
import { error } from './findings';
import { RuntimeOptions } from './runtimeOptions';
import { ScalingInput } from './serviceInputSchema';

const mostReplicas = 1000;
const mostTarget = 100_000;

function checkCount(count: number, least: number, field: string): Finding[] {
  return count >= least && count <= mostReplicas
    ? []
    : [error(field, `must lie between ${least} and ${mostReplicas}`)];
}

function checkTarget(scaling: ScalingInput, field: string): Finding[] {
  if (!('target' in scaling)) return [];
  const percent = scaling.kind === 'hpa';
  const most = percent ? 100 : mostTarget;
  if (scaling.target >= 1 && scaling.target <= most) return [];
  const unit = percent ? 'percent of the request' : 'per replica';
  return [error(`${field}/target`, `must lie between 1 and ${most} ${unit}`)];
}

/** What can be chosen, as the end of a sentence. */
export function choiceOf(kinds: readonly string[]): string {
  return kinds.length
    ? `choose ${kinds.map(kind => `"${kind}"`).join(' or ')}`
    : 'leave it out';
}

function checkKind(
  { kind }: ScalingInput,
  { title, scaling }: RuntimeOptions,
  field: string,
): Finding[] {
  if (scaling.includes(kind)) return [];
  return [
    error(
      `${field}/kind`,
      `"${kind}" does not go with ${title}; ${choiceOf(scaling)}`,
    ),
  ];
}

function checkRange(
  scaling: Extract<ScalingInput, { minReplicas: number }>,
  { title, scaleToZero }: RuntimeOptions,
  field: string,
): Finding[] {
  const found: Finding[] = [];
  if (scaling.minReplicas === 0 && !scaleToZero.includes(scaling.kind)) {
    found.push(
      error(
        `${field}/minReplicas`,
        `must be at least 1: with "${scaling.kind}", ${title} does not scale to zero`,
      ),
    );
  } else {
    found.push(...checkCount(scaling.minReplicas, 0, `${field}/minReplicas`));
  }
  found.push(...checkCount(scaling.maxReplicas, 1, `${field}/maxReplicas`));
  if (scaling.minReplicas > scaling.maxReplicas) {
    found.push(
      error(`${field}/maxReplicas`, 'must be at least as many as minReplicas'),
    );
  }
  return found;
}

/** Checks that the scaling of an environment is possible in the runtime. */
export function checkScaling(
  scaling: ScalingInput | undefined,
  runtime: RuntimeOptions,
  field: string,
): Finding[] {
  if (!scaling) return [];
  const wrongKind = checkKind(scaling, runtime, field);
  if (wrongKind.length) return wrongKind;
  if ('replicas' in scaling) {
    return checkCount(scaling.replicas, 1, `${field}/replicas`);
  }
  const found = checkRange(scaling, runtime, field);
  if (scaling.kind === 'keda') {
    found.push(...checkTrigger(scaling.trigger, runtime, `${field}/trigger`));
  }
  return [...found, ...checkTarget(scaling, field)];
}
