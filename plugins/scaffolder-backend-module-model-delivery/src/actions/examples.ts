import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

function example(action: string, description: string): TemplateExample {
  const step = {
    id: 'service',
    name: description,
    action,
    input: { service: '${{ parameters }}' },
  };
  return { description, example: stringify({ steps: [step] }) };
}

/** Examples of `model-delivery:plan`. */
export const planExamples = [
  example('model-delivery:plan', 'Render the repository into the workspace'),
];

/** Examples of `model-delivery:publish`. */
export const publishExamples = [
  example('model-delivery:publish', 'Write the service to its repository'),
];
