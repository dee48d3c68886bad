import { proposeTier } from '../tier/proposeTier';
import { tierReasons } from '../tier/tierReasons';
import { firstVersion } from './buildManifest';
import { escapeMarkdown as escape } from '../text/escapeMarkdown';
import { ModelRegistration } from './modelRegistrationSchema';

type Metric = NonNullable<ModelRegistration['metrics']>[number];

const questions: Record<keyof ModelRegistration['assessment'], string> = {
  prohibitedPractice: 'Practice of Article 5',
  annexIII: 'Area of Annex III',
  biometrics: 'Use of biometric data',
  safetyComponent: 'Safety component of a regulated product',
  decidesAboutPeople: 'Decides about people',
  humanReviewsEveryDecision: 'A person reviews every decision',
  talksToPeople: 'Talks to people',
  generatesContent: 'Generates content',
  generalPurpose: 'For general purposes',
};

function answerOf(answer: string | boolean): string {
  if (typeof answer === 'string') return answer;
  return answer ? 'yes' : 'no';
}

function tierSection({ assessment }: ModelRegistration): string {
  const { proposed, reasons } = proposeTier(assessment);
  const answers = Object.entries(questions).flatMap(([key, question]) =>
    Object.entries(assessment)
      .filter(([answered]) => answered === key)
      .map(([, answer]) => `| ${question} | ${answerOf(answer)} |`),
  );
  return `## Proposed risk tier

**${proposed}**, as a rule proposes from the answers below. It is not decided: reviewers read
the change, and the scorecard counts the tier that they register.

${reasons.map(reason => `- ${tierReasons[reason]}`).join('\n')}

| Question | Answer |
| --- | --- |
${answers.join('\n')}
`;
}

function dataSection({ datasets = [] }: ModelRegistration): string {
  const items = datasets.map(({ name, ref, role, digest }) => {
    const facts = [
      role && escape(role),
      ref && `\`${ref}\``,
      digest && `\`${digest}\``,
    ].filter(Boolean);
    return `- ${escape(name)}${facts.length ? ` (${facts.join(', ')})` : ''}`;
  });
  return `## Data\n\n${items.join('\n') || 'No data set was named.'}\n`;
}

function wantedOf({ minimum, maximum }: Metric): string {
  const wanted = [
    minimum !== undefined && `at least ${minimum}`,
    maximum !== undefined && `at most ${maximum}`,
  ].filter(Boolean);
  return wanted.join(', ') || 'nothing';
}

function metricSection({ metrics = [] }: ModelRegistration): string {
  if (!metrics.length) return '## Metrics\n\nNo metric was named.\n';
  const rows = metrics.map(metric => {
    const { name, value, dataset, split } = metric;
    const measuredOn = [dataset, split].filter(Boolean).join(', ');
    const cells = [
      escape(name),
      value === undefined ? 'not measured' : String(value),
      wantedOf(metric),
      escape(measuredOn) || 'not said',
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return `## Metrics

| Metric | Value | Wanted | Measured on |
| --- | --- | --- | --- |
${rows.join('\n')}
`;
}

function weightsSection({ weights, framework }: ModelRegistration): string {
  const library = framework ? `\n\nLibrary: ${escape(framework)}` : '';
  if (!weights)
    return `## Weights\n\nThere are none yet. A version is added to \`spec.versions\` when there are.${library}\n`;
  const { uri, digest, createdAt } = weights;
  return `## Weights

${escape(uri)}

Digest \`${digest}\`, made ${createdAt}${library}
`;
}

/**
 * The card of the first version. Text of the form is escaped; it stands nowhere
 * but in paragraphs, list items and cells.
 */
export function modelCard(registration: ModelRegistration): string {
  const { name, title = name, description, owner, license } = registration;
  return [
    `# ${escape(title)}, version ${firstVersion}\n`,
    `${escape(description)}\n`,
    `## Intended use\n\n${escape(registration.intendedUse)}\n`,
    `## Out of scope\n\n${escape(registration.outOfScopeUse)}\n`,
    tierSection(registration),
    dataSection(registration),
    metricSection(registration),
    weightsSection(registration),
    `## Owner and licence\n\nOwner: \`${owner}\`. Licence: ${escape(license)}\n`,
  ].join('\n');
}
