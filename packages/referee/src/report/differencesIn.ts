import { differencesOf } from '../policies/compare';
import { PlatformResult } from '../policies/judgePlatform';
import { Findings } from './Findings';

function onPlatform(result: PlatformResult): string[] {
  const { title, judgements, others } = result;
  const { fixtures, planned, controls, cases } = result;
  const subjects = [...fixtures, ...planned, ...controls, ...cases];
  return [
    ...judgements.flatMap(judgement => differencesOf(subjects, judgement)),
    ...differencesOf(others.subjects, others),
  ].map(difference => `${title}: ${difference}`);
}

/** Everything that was not as it should be, a sentence each. */
export function differencesIn(
  findings: Pick<
    Findings,
    'policyObjects' | 'platforms' | 'signatures' | 'gitea'
  >,
): string[] {
  const { policyObjects, platforms, signatures, gitea } = findings;
  return [
    ...policyObjects.flatMap(({ title, refused }) =>
      refused.map(reason => `${title}: kube-apiserver refuses ${reason}`),
    ),
    ...platforms.flatMap(onPlatform),
    ...signatures,
    ...gitea.differences.map(difference => `Gitea: ${difference}`),
  ];
}
