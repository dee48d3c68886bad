import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ApiHolder } from '@backstage/frontend-plugin-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { Stepper } from '@backstage/plugin-scaffolder-react/alpha';
import { riskAssessmentSchema } from '@modelyard/plugin-model-catalog-common';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { parse } from 'yaml';
import { TierProposal } from './TierProposal';
import { validateAssessment } from './validateAssessment';

const template = parse(
  readFileSync(
    resolve(__dirname, '../../../../../templates/register-model/template.yaml'),
    'utf8',
  ),
);
const [, , step] = template.spec.parameters;
const { assessment } = step.properties;
const questions = Object.keys(riskAssessmentSchema.shape);

/** The questions of the template, in the form of the scaffolder. */
function showQuestions(answers: object = {}) {
  renderInTestApp(
    <Stepper
      manifest={{
        title: 'Register a model',
        steps: [
          {
            title: 'Risk',
            schema: { type: 'object', properties: { assessment } },
          },
        ],
      }}
      extensions={[
        {
          name: 'TierProposal',
          component: TierProposal,
          validation: validateAssessment,
        },
      ]}
      initialState={{ assessment: answers }}
      onCreate={async () => {}}
    />,
  );
}

const proposal = () => screen.findByRole('status', { name: /risk tier/ });

/** The form names radios, but not their group. */
function radio(question: string, answer: string) {
  const [found] = screen
    .getAllByRole('radio', { name: answer })
    .filter(one => one.getAttribute('name') === `root_assessment_${question}`);
  return found;
}

const answered = {
  prohibitedPractice: 'none',
  annexIII: 'none',
  biometrics: 'none',
  safetyComponent: false,
  decidesAboutPeople: false,
  humanReviewsEveryDecision: true,
  talksToPeople: false,
  generatesContent: false,
  generalPurpose: false,
};

describe('TierProposal', () => {
  it('asks exactly what the rule needs, with the answers that it knows', () => {
    expect(Object.keys(assessment.properties)).toEqual(questions);
    expect(assessment.required).toEqual(questions);
    for (const [name, { enum: offered, enumNames }] of Object.entries<{
      enum?: string[];
      enumNames?: string[];
    }>(assessment.properties)) {
      if (!offered) continue;
      const { shape } = riskAssessmentSchema;
      const known = Object.entries(shape).find(([key]) => key === name)?.[1];
      expect(known).toMatchObject({ options: offered });
      expect(enumNames).toHaveLength(offered.length);
    }
  });

  it('says what is open, and what the answers speak for so far', async () => {
    showQuestions({ annexIII: 'education' });
    expect(await proposal()).toHaveTextContent(
      '8 questions are open. The answers so far speak for at least: high.',
    );
  });

  it('proposes anew with every answer', async () => {
    showQuestions({ ...answered, talksToPeople: undefined });
    expect(await proposal()).toHaveTextContent('1 question is open.');
    await userEvent.click(radio('talksToPeople', 'Yes'));
    expect(await proposal()).toHaveTextContent(
      'Proposed risk tier: limited. The reviewers of the scorecard decide.',
    );
    expect(await proposal()).toHaveTextContent('Article 50(1)');
    await userEvent.click(radio('talksToPeople', 'No'));
    expect(await proposal()).toHaveTextContent('minimal');
    expect(await proposal()).toHaveTextContent('No answer asks for more.');
  });

  it('lets nobody go on with a prohibited practice', async () => {
    showQuestions({ ...answered, prohibitedPractice: 'social-scoring' });
    expect(await proposal()).toHaveTextContent('Article 5(1)');
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    expect(
      (await screen.findAllByText(/This practice is prohibited/)).length,
    ).toBeGreaterThan(1);
    expect(screen.getByRole('button', { name: 'Review' })).toBeVisible();
  });

  it('lets nobody go on before every question is answered', async () => {
    showQuestions({ ...answered, talksToPeople: undefined });
    await proposal();
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    expect(await proposal()).toBeVisible();
    await userEvent.click(radio('talksToPeople', 'Yes'));
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    expect(await screen.findByRole('button', { name: 'Create' })).toBeVisible();
  });
});

describe('validateAssessment', () => {
  const apiHolder: ApiHolder = { get: () => undefined };

  it.each([
    ['a prohibited practice', { prohibitedPractice: 'manipulation' }, 1],
    ['a high tier', { ...answered, annexIII: 'education' }, 0],
    ['nothing yet', undefined, 0],
    ['what is no answer', { annexIII: 'space' }, 0],
  ])('%s', (_title, value, errors) => {
    const addError = jest.fn();
    validateAssessment(value, { addError }, { apiHolder });
    expect(addError).toHaveBeenCalledTimes(errors);
  });
});
