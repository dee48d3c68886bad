import { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import { scorecardPermissions } from '@modelyard/plugin-model-scorecard-common';
import { FactStore } from '../database/FactStore';
import { SubjectStore } from '../database/SubjectStore';
import { ReviewedModel, reviewedModelRef, reviewedModelRules } from './rules';

/** Where {@link registerPermissions} looks models up. */
export interface RegisterPermissionsOptions {
  registry: PermissionsRegistryService;
  facts: Pick<FactStore, 'registrationOf'>;
  subjects: Pick<SubjectStore, 'all'>;
}

/** Makes the permissions of the scorecard, and the rules on them, known. */
export function registerPermissions({
  registry,
  facts,
  subjects,
}: RegisterPermissionsOptions): void {
  const find = async (ref: string): Promise<ReviewedModel | undefined> => {
    const versions = await subjects.all(ref);
    if (!versions.length) return undefined;
    const owner = versions.find(version => version.owner)?.owner;
    return { owner, tier: (await facts.registrationOf(ref))?.tier };
  };
  registry.addResourceType({
    resourceRef: reviewedModelRef,
    permissions: scorecardPermissions,
    rules: Object.values(reviewedModelRules),
    getResources: refs => Promise.all(refs.map(find)),
  });
}
