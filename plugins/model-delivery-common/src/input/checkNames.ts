import {
  toLabelValue,
  maxLabelLength,
} from '@modelyard/plugin-model-catalog-common';
import { Finding } from '../plan/types';
import { error } from './findings';
import { checkRepository } from './checkRepository';
import { ServiceInput } from './serviceInputSchema';

const maxNameLength = 53;
const serviceName = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;
const dnsLabel = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const part = '[a-zA-Z0-9]([-a-zA-Z0-9_.]{0,61}[a-zA-Z0-9])?';
const ownerRef = new RegExp(`^((group|user):)?(${part}/)?${part}$`, 'i');
const systemRef = new RegExp(`^(system:)?(${part}/)?${part}$`, 'i');
const modelRef = new RegExp(`^model:(${part}/)?${part}$`, 'i');
const imageDigest =
  /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?(:[0-9]{1,5})?(\/[a-z0-9]+([._-]+[a-z0-9]+)*)+(:[\w][\w.-]{0,127})?@sha256:[0-9a-f]{64}$/;

/** Whether a text is a DNS label of at most 63 characters. */
export function isDnsLabel(text: string): boolean {
  return text.length <= maxLabelLength && dnsLabel.test(text);
}

function checkServiceName(name: string): Finding[] {
  if (name.length > maxNameLength) {
    return [error('/name', `must have at most ${maxNameLength} characters`)];
  }
  return serviceName.test(name)
    ? []
    : [
        error(
          '/name',
          'must be lower-case letters, digits and "-", start with a letter and end with a letter or digit',
        ),
      ];
}

function checkRefs(input: ServiceInput): Finding[] {
  const found: Finding[] = [];
  if (!ownerRef.test(input.owner)) {
    found.push(
      error('/owner', 'must be an entity ref such as "group:default/risk-ml"'),
    );
  }
  if (input.system !== undefined && !systemRef.test(input.system)) {
    found.push(error('/system', 'must be the name or ref of a System'));
  }
  if (!modelRef.test(input.model.ref)) {
    found.push(
      error('/model/ref', 'must be an entity ref such as "model:default/name"'),
    );
  }
  if (!/^[\w.+-]{1,128}$/.test(input.model.version)) {
    found.push(
      error('/model/version', 'must be a version of the model, such as "7"'),
    );
  }
  return found;
}

function checkLabelText(field: string, text: string): Finding[] {
  if (text.length > maxLabelLength) {
    return [error(field, `must have at most ${maxLabelLength} characters`)];
  }
  return toLabelValue(text) && !/["'`]/.test(text)
    ? []
    : [error(field, 'must contain a letter or digit and no quotes')];
}

/** Checks names, refs and the image of a service input. */
export function checkNames(input: ServiceInput): Finding[] {
  const found = [
    ...checkServiceName(input.name),
    ...checkRefs(input),
    ...checkLabelText('/costCenter', input.costCenter),
  ];
  if (input.tenant !== undefined) {
    found.push(...checkLabelText('/tenant', input.tenant));
  }
  if (input.image !== undefined && !imageDigest.test(input.image)) {
    found.push(
      error(
        '/image',
        'must be pinned by digest: registry/name@sha256:<64 hex digits>',
      ),
    );
  }
  return [...found, ...checkRepository(input)];
}
