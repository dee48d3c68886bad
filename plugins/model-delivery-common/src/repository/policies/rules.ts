import { PlatformRules } from '../../plan/types';
import { limits, pinnedImages, registries, unprivileged } from './podRules';
import { annotations, labels, licenses, verdict } from './metadataRules';
import { Rule } from './rule';

/** Name of the policy in every engine. */
export const policyName = 'modelyard-responsible-ai';

/** The rules that a platform asks for; lists it does not give make no rule. */
export function rulesOf(platform: PlatformRules = {}): Rule[] {
  return [
    labels,
    annotations,
    verdict,
    pinnedImages,
    limits,
    unprivileged,
    ...(platform.registries ? [registries(platform.registries)] : []),
    ...(platform.licenses ? [licenses(platform.licenses)] : []),
  ];
}
