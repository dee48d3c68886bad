import { Finding } from '../plan/types';
import { isLabelValue, isQualifiedName } from './checkMetadata';
import { error, pointer } from './findings';
import { EnvironmentInput } from './serviceInputSchema';

type Placement = NonNullable<EnvironmentInput['placement']>;

const mostSelectors = 20;

function checkSelector(
  selector: Readonly<Record<string, string>>,
  field: string,
): Finding[] {
  const entries = Object.entries(selector);
  if (entries.length > mostSelectors) {
    return [error(field, `must have at most ${mostSelectors} entries`)];
  }
  return entries.flatMap(([key, value]) =>
    isQualifiedName(key) && isLabelValue(value)
      ? []
      : [
          error(
            field + pointer(key),
            'must be a label of nodes, such as "topology.kubernetes.io/zone"',
          ),
        ],
  );
}

function checkToleration(
  { key, value = '' }: NonNullable<Placement['tolerations']>[number],
  field: string,
): Finding[] {
  const found: Finding[] = [];
  if (!isQualifiedName(key)) {
    found.push(error(`${field}/key`, 'must be the key of a taint'));
  }
  if (!isLabelValue(value)) {
    found.push(error(`${field}/value`, 'must be the value of a taint'));
  }
  return found;
}

/** Checks on which nodes an environment wants to run. */
export function checkPlacement(
  placement: Placement | undefined,
  field: string,
): Finding[] {
  const { nodeSelector = {}, tolerations = [] } = placement ?? {};
  return [
    ...checkSelector(nodeSelector, `${field}/nodeSelector`),
    ...tolerations.flatMap((toleration, index) =>
      checkToleration(toleration, `${field}/tolerations/${index}`),
    ),
  ];
}
