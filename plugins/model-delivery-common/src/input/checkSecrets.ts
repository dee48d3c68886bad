import { maxLabelLength } from '@modelyard/plugin-model-catalog-common';
import { Finding } from '../plan/types';
import { checkVariableName } from './checkMetadata';
import { isDnsLabel } from './checkNames';
import { error, pointer } from './findings';
import { ServiceInput } from './serviceInputSchema';

type Secret = NonNullable<ServiceInput['secrets']>[number];

const mostVariables = 50;
const storeKey = /^[\w./:@+=-]{1,512}$/;
const property = /^[\w./-]{1,253}$/;

function checkNames(
  { name, store, key }: Secret,
  serviceName: string,
  field: string,
): Finding[] {
  const found: Finding[] = [];
  if (!isDnsLabel(name)) {
    found.push(
      error(
        `${field}/name`,
        'must be a DNS label: lower-case letters, digits and "-"',
      ),
    );
  } else if (`${serviceName}-${name}`.length > maxLabelLength) {
    found.push(
      error(
        `${field}/name`,
        `is too long beside this name: "<name>-<secret>" must have at most ${maxLabelLength} characters`,
      ),
    );
  }
  if (!isDnsLabel(store.name)) {
    found.push(
      error(`${field}/store/name`, 'must be the name of a secret store'),
    );
  }
  if (!storeKey.test(key)) {
    found.push(error(`${field}/key`, 'must be a key of the secret store'));
  }
  return found;
}

function checkVariables(
  { variables }: Secret,
  taken: Set<string>,
  field: string,
): Finding[] {
  const entries = Object.entries(variables);
  if (!entries.length || entries.length > mostVariables) {
    return [error(field, `must have between 1 and ${mostVariables} entries`)];
  }
  return entries.flatMap(([name, source]) => {
    const at = field + pointer(name);
    const found = checkVariableName(name, at);
    if (taken.has(name)) found.push(error(at, `"${name}" is set twice`));
    taken.add(name);
    if (!property.test(source)) {
      found.push(error(at, 'must be a property of the secret'));
    }
    return found;
  });
}

/** Checks references to secrets; their values never come here. */
export function checkSecrets({ name, secrets = [], env = {} }: ServiceInput) {
  const taken = new Set(Object.keys(env));
  const names = secrets.map(secret => secret.name);
  return secrets.flatMap((secret, index) => {
    const field = pointer('secrets', index);
    const twice = names.indexOf(secret.name) < index;
    return [
      ...checkNames(secret, name, field),
      ...(twice
        ? [error(`${field}/name`, `"${secret.name}" stands twice`)]
        : []),
      ...checkVariables(secret, taken, `${field}/variables`),
    ];
  });
}
