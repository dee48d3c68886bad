import { ApiHolder, translationApiRef } from '@backstage/frontend-plugin-api';
import { proposeTier } from '@modelyard/plugin-model-catalog-common';
import { tierMessages } from '../../messages/tierMessages';
import { modelCatalogTranslationRef } from '../../translation';
import { readAnswers } from './readAnswers';

/** Refuses a prohibited practice, so that nobody gets to the next step with it. */
export function validateAssessment(
  value: unknown,
  validation: { addError: (message: string) => void },
  { apiHolder }: { apiHolder: ApiHolder },
): void {
  const { proposed } = proposeTier(readAnswers(value).answers);
  if (proposed !== 'prohibited') return;
  const texts = apiHolder
    .get(translationApiRef)
    ?.getTranslation(modelCatalogTranslationRef);
  validation.addError(
    texts?.ready ? texts.t('tier.refused') : tierMessages.refused,
  );
}
