import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ModelFacets } from '@modelyard/plugin-model-catalog-common';
import { AnswerLine } from '@modelyard/plugin-model-react';
import { modelCatalogTranslationRef } from '../../translation';

function countOf(values: ModelFacets['owner'], wanted: string): number {
  return values.find(({ value }) => value === wanted)?.count ?? 0;
}

/** First line of the Models page: how many, how many of them in production. */
export function ModelsAnswer(props: {
  facets?: ModelFacets;
  total?: number;
  filtered: boolean;
}) {
  const { facets, total, filtered } = props;
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  if (!facets || total === undefined)
    return <AnswerLine>{t('models.searching')}</AnswerLine>;
  const all = facets.source.reduce((sum, { count }) => sum + count, 0);
  if (filtered) {
    const models = t('models.total', { count: all });
    return (
      <AnswerLine>
        {t('models.match', { found: `${total}`, models })}
      </AnswerLine>
    );
  }
  return (
    <AnswerLine>
      {t('models.answer', {
        models: t('models.total', { count: total }),
        production: t('models.production', {
          count: countOf(facets.lifecycle, 'production'),
        }),
        unowned: t('models.unowned', { count: countOf(facets.owner, 'none') }),
      })}
    </AnswerLine>
  );
}
