import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

/** Examples of `model:plan-registration`. */
export const examples: TemplateExample[] = [
  {
    description: 'Write the files of a new model into the workspace',
    example: stringify({
      steps: [
        {
          id: 'plan',
          name: 'Plan the registration',
          action: 'model:plan-registration',
          input: { registration: '${{ parameters }}' },
        },
      ],
    }),
  },
];
