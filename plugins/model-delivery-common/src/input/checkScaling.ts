import { Finding } from '../plan/types';
import { error } from './findings';
import { EnvironmentInput, ServiceInput } from './serviceInputSchema';

const mostReplicas = 1000;
const mostTarget = 100_000;

type Scaling = EnvironmentInput['scaling'];
type Mode = NonNullable<ServiceInput['runtime']['mode']>;

function checkCount(count: number, least: number, field: string): Finding[] {
  return count >= least && count <= mostReplicas
    ? []
    : [error(field, `must lie between ${least} and ${mostReplicas}`)];
}

function checkTarget(scaling: Scaling, field: string): Finding[] {
  if (scaling.kind === 'fixed') return [];
  const percent = scaling.kind === 'hpa';
  const most = percent ? 100 : mostTarget;
  if (scaling.target >= 1 && scaling.target <= most) return [];
  const unit = percent ? 'percent of the request' : 'per replica';
  return [error(`${field}/target`, `must lie between 1 and ${most} ${unit}`)];
}

function checkKind(scaling: Scaling, mode: Mode, field: string): Finding[] {
  if (scaling.kind === 'hpa' && mode === 'knative') {
    return [
      error(
        `${field}/kind`,
        'hpa needs runtime mode "standard"; in mode "knative" choose scaling kind "knative"',
      ),
    ];
  }
  if (scaling.kind === 'knative' && mode === 'standard') {
    return [
      error(
        `${field}/kind`,
        'knative needs runtime mode "knative"; in mode "standard" choose scaling kind "hpa" or "fixed"',
      ),
    ];
  }
  return [];
}

/** Checks that the scaling of an environment is possible in the runtime's mode. */
export function checkScaling(
  scaling: Scaling,
  mode: Mode,
  field: string,
): Finding[] {
  const found = checkKind(scaling, mode, field);
  if (scaling.kind === 'fixed') {
    return [...found, ...checkCount(scaling.replicas, 1, `${field}/replicas`)];
  }
  if (mode === 'standard' && scaling.minReplicas === 0) {
    found.push(
      error(
        `${field}/minReplicas`,
        'must be at least 1: only runtime mode "knative" scales to zero',
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
  return [...found, ...checkTarget(scaling, field)];
}
