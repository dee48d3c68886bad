import { createHash } from 'node:crypto';
import { toPatch } from '@modelyard/plugin-model-catalog-common';
import { ReadyPlan } from './registrationInput';

/** A change in the words of a host, and as a patch. */
export interface Change {
  /** The same registration has the same branch, however often a task is run. */
  branchName: string;
  title: string;
  /** Markdown, without any text of the form. */
  description: string;
  patch: string;
}

function digestOf({ files }: ReadyPlan): string {
  const hash = createHash('sha256');
  for (const { path, content } of files)
    hash.update(JSON.stringify([path, content]));
  return hash.digest('hex').slice(0, 12);
}

/** What is of the model first: it is what people look at. */
function inOrder({ files, folder }: ReadyPlan) {
  const isOwn = ({ path }: { path: string }) => path.startsWith(`${folder}/`);
  return [...files.filter(isOwn), ...files.filter(file => !isOwn(file))];
}

/**
 * Puts a plan into a change.
 *
 * @param author - entity ref of whoever asked for it
 */
export function describeChange(
  name: string,
  plan: ReadyPlan,
  author: string,
): Change {
  const title = `Register the model ${name}`;
  const { proposed, reasons } = plan.tier;
  const description = [
    `Adds the model \`${name}\` in \`${plan.folder}\`, with the checks in \`ci/models\`.`,
    `Proposed risk tier: ${proposed}.`,
    reasons.map(reason => `* ${reason}`).join('\n'),
    'Reviewers of the scorecard decide on the tier. The model is in the catalog when the change is merged.',
  ].join('\n\n');
  return {
    branchName: `modelyard/register-${name}-${digestOf(plan)}`,
    title,
    description,
    patch: toPatch(inOrder(plan), {
      subject: title,
      body: description,
      author: {
        name: author,
        email: `${author.replace(/[^a-z0-9-]+/gi, '.')}@modelyard.invalid`,
      },
    }),
  };
}
