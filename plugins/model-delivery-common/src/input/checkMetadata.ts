import {
  alignmentAnnotation,
  complianceLabel,
  maxLabelLength,
} from '@modelyard/plugin-model-catalog-common';
import { Finding } from '../plan/types';
import { error, pointer } from './findings';
import { jobVariables, modelVariables } from './fixedNames';
import { ServiceInput } from './serviceInputSchema';

const mostEntries = 50;
const qualifiedName =
  /^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\/)?[A-Za-z0-9]([-\w.]{0,61}[A-Za-z0-9])?$/;
const labelValue = /^([A-Za-z0-9]([-\w.]*[A-Za-z0-9])?)?$/;
const ownedDomains = [
  'modelyard.io',
  'kubernetes.io',
  'k8s.io',
  'serving.kserve.io',
  'knative.dev',
  'istio.io',
  'argoproj.io',
  'toolkit.fluxcd.io',
  'backstage.io',
];
const ownedNames = /^(responsible-ai|ai-alignment)(-|$)/i;
const secretName =
  /(^|_)(PASSWORD|PASSWD|PASSPHRASE|SECRET|TOKEN|CREDENTIALS?|API_?KEY|ACCESS_KEY|SECRET_KEY|PRIVATE_KEY)$/i;

// Decide which code a runtime loads, or are set by KServe or by us.
const blockedVariables = [
  ...Object.values(modelVariables),
  ...Object.values(jobVariables),
  'PYTHONPATH',
  'PYTHONSTARTUP',
  'LD_PRELOAD',
  'LD_LIBRARY_PATH',
  'STORAGE_URI',
];

/** Whether a text is a key of labels and annotations. */
export function isQualifiedName(key: string): boolean {
  return qualifiedName.test(key) && key.length <= 253;
}

/** Whether a text is the value of a label. */
export function isLabelValue(value: string): boolean {
  return value.length <= maxLabelLength && labelValue.test(value);
}

function isOwned(key: string): boolean {
  const [domain, name] = key.includes('/') ? key.split('/') : ['', key];
  return (
    key === complianceLabel ||
    key === alignmentAnnotation ||
    ownedNames.test(name) ||
    ownedDomains.some(d => domain === d || domain.endsWith(`.${d}`))
  );
}

function checkKey(key: string, field: string): Finding[] {
  if (!isQualifiedName(key)) {
    return [error(field, 'must be a key such as "team" or "example.com/team"')];
  }
  return isOwned(key)
    ? [error(field, `"${key}" is set by the platform; leave it out`)]
    : [];
}

function checkLabel(key: string, value: string): Finding[] {
  const field = pointer('labels', key);
  const found = checkKey(key, field);
  if (value.length > maxLabelLength) {
    found.push(error(field, `must have at most ${maxLabelLength} characters`));
  } else if (!labelValue.test(value)) {
    found.push(
      error(field, 'must be letters, digits, "-", "_" and "." as a label is'),
    );
  }
  return found;
}

/** Checks that a variable may have this name. */
export function checkVariableName(key: string, field: string): Finding[] {
  if (!/^[A-Za-z_]\w{0,127}$/.test(key)) {
    return [error(field, 'must be a name such as "LOG_LEVEL"')];
  }
  if (blockedVariables.includes(key.toUpperCase())) {
    return [error(field, 'is set by the platform; leave it out')];
  }
  return [];
}

function checkVariable(key: string, value: string): Finding[] {
  const field = pointer('env', key);
  const found = checkVariableName(key, field);
  if (found.length) return found;
  if (secretName.test(key) && value) {
    return [
      error(
        field,
        'looks like a secret, which must not lie in Git; name it under /secrets, or bind it through the service account',
      ),
    ];
  }
  return [];
}

function checkMap(
  input: ServiceInput,
  name: 'labels' | 'annotations' | 'env',
  check: (key: string, value: string) => Finding[],
): Finding[] {
  const entries = Object.entries(input[name] ?? {});
  if (entries.length > mostEntries) {
    return [error(pointer(name), `must have at most ${mostEntries} entries`)];
  }
  return entries.flatMap(([key, value]) => check(key, value));
}

/** Checks labels, annotations and variables that the form may set. */
export function checkMetadata(input: ServiceInput): Finding[] {
  return [
    ...checkMap(input, 'labels', checkLabel),
    ...checkMap(input, 'annotations', key =>
      checkKey(key, pointer('annotations', key)),
    ),
    ...checkMap(input, 'env', checkVariable),
  ];
}
