import { modelApiVersion } from '@modelyard/plugin-model-catalog-common';

const text = { type: 'string', minLength: 1, maxLength: 255 };
const refs = { type: 'array', items: { ...text }, maxItems: 100 };

/** JSON Schema of the kind Model, beyond what every entity has to fulfil. */
export const modelEntitySchema = {
  $schema: 'http://json-schema.org/draft-07/schema',
  type: 'object',
  required: ['spec'],
  properties: {
    apiVersion: { const: modelApiVersion },
    kind: { const: 'Model' },
    spec: {
      type: 'object',
      required: ['type', 'lifecycle'],
      properties: {
        type: { ...text, description: 'Such as classifier.' },
        lifecycle: {
          ...text,
          description: 'experimental, production or deprecated.',
        },
        owner: { ...text, description: 'Entity ref of a group or user.' },
        system: { ...text, description: 'Entity ref of a System.' },
        task: { ...text, description: 'Hugging Face pipeline tag.' },
        license: { ...text, description: 'SPDX expression.' },
        riskTier: { ...text, description: 'Proposed risk tier.' },
        baseModels: { ...refs, description: 'Entity refs of Models.' },
        datasets: { ...refs, description: 'Entity refs of Resources.' },
      },
    },
  },
} as const;
