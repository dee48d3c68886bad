import {
  alignmentAnnotation,
  complianceLabel,
  kubernetesLabels,
  modelAnnotations,
  modelLabels,
} from '@modelyard/plugin-model-catalog-common';
import { Requirement, Rule, RuleParameter } from './rule';

const present = (key: string): Requirement => ({ key, pattern: '.' });

const oneOf = (key: string, values: readonly string[]): Requirement => ({
  key,
  pattern: `^(${values.join('|')})$`,
});

function requirements(name: string, value: Requirement[]): RuleParameter {
  const text = { type: 'string' };
  return {
    name,
    items: { type: 'object', properties: { key: text, pattern: text } },
    value,
  };
}

interface MetadataRule {
  id: string;
  title: string;
  message: string;
  /** Which metadata of the object itself are looked at. */
  on: 'labels' | 'annotations';
  required: RuleParameter;
  /** Holds only where a label of the object has one of the values. */
  where?: { label: string; values: RuleParameter };
}

function metadataRule(described: MetadataRule): Rule {
  const { id, title, message, on, required, where } = described;
  const missing = `variables.${required.name}.filter(r, !(r.key in variables.${on}) || !variables.${on}[r.key].matches(r.pattern)).map(r, r.key)`;
  const concerned = where
    ? `${JSON.stringify(where.label)} in variables.labels && variables.labels[${JSON.stringify(where.label)}] in variables.${where.values.name}`
    : undefined;
  return {
    id,
    title,
    message,
    parameters: [required, ...(where ? [where.values] : [])],
    cel: concerned ? `${concerned} ? ${missing} : []` : missing,
    rego: [
      `offenders contains [${JSON.stringify(id)}, required.key] if {`,
      ...(where
        ? [
            `\tlabels[${JSON.stringify(where.label)}] in input.parameters.${where.values.name}`,
          ]
        : []),
      `\tsome required in input.parameters.${required.name}`,
      `\twrong(${on}, required)`,
      '}',
    ].join('\n'),
  };
}

/** Who it belongs to and what it runs, for cost, ownership and audit. */
export const labels = metadataRule({
  id: 'labels',
  title: 'Labels',
  message: 'these labels must be there, with a value that is known',
  on: 'labels',
  required: requirements('requiredLabels', [
    ...[
      kubernetesLabels.name,
      kubernetesLabels.component,
      kubernetesLabels.managedBy,
      modelLabels.model,
      modelLabels.modelVersion,
      modelLabels.service,
      modelLabels.environment,
      modelLabels.owner,
      modelLabels.costCenter,
    ].map(present),
    oneOf(complianceLabel, ['passed', 'conditional', 'failed', 'unknown']),
  ]),
});

/** Which model it is exactly, and what people said about it. */
export const annotations = metadataRule({
  id: 'annotations',
  title: 'Annotations',
  message: 'these annotations must be there, with a value that is known',
  on: 'annotations',
  required: requirements('requiredAnnotations', [
    oneOf(alignmentAnnotation, ['audited', 'pending']),
    present(modelAnnotations.modelRef),
    {
      key: modelAnnotations.modelDigest,
      pattern: '^[a-z0-9]+:[0-9a-f]{32,128}$',
    },
    present(modelAnnotations.licenseCheck),
  ]),
});

/**
 * The signed verdict. The planner writes its digest only where the gate has one,
 * and an environment to try things out in may be open without. So the rule asks
 * for it only where the label names an environment that is guarded; the list is a
 * parameter, for a platform that calls its production something else.
 */
export const verdict = metadataRule({
  id: 'verdict',
  title: 'Verdict',
  message: 'in a guarded environment the digest of the verdict must be there',
  on: 'annotations',
  required: requirements('verdictAnnotations', [
    { key: modelAnnotations.verdictDigest, pattern: '^sha256:[0-9a-f]{64}$' },
  ]),
  where: {
    label: modelLabels.environment,
    values: {
      name: 'guardedEnvironments',
      items: { type: 'string' },
      value: ['prod', 'production'],
    },
  },
});

// Whatever stands between operators and parentheses has to be an allowed id, so
// an exception after WITH has to be listed too, and a choice that OR leaves open
// is not taken. No text is an id of an empty list.
function licensePattern(ids: readonly string[]): string {
  const escaped = ids.map(id => id.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const id = escaped.length ? `(${escaped.join('|')})` : '[^\\s\\S]';
  return `^[( ]*${id}([) ]+(AND|OR|WITH)[( ]+${id})*[) ]*$`;
}

/** The licence of the model, when the platform names those that it allows. */
export function licenses(ids: readonly string[]): Rule {
  return metadataRule({
    id: 'licenses',
    title: 'Licence',
    message: 'the licence must consist of allowed SPDX ids',
    on: 'annotations',
    required: requirements('licenseAnnotations', [
      { key: modelAnnotations.license, pattern: licensePattern(ids) },
    ]),
  });
}
