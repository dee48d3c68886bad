import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ModelCost, percentChange } from '@modelyard/plugin-model-cost-common';
import { AnswerLine, formatMoney } from '@modelyard/plugin-model-react';
import { modelCostTranslationRef } from '../translation';

/** What a model costs, in one sentence. */
export function CostAnswer({ cost }: { cost: ModelCost }) {
  const { t } = useTranslationRef(modelCostTranslationRef);
  if (cost.total === undefined)
    return (
      <AnswerLine>
        {t('answer.unknown', { days: `${cost.days.length}` })}
      </AnswerLine>
    );
  const amount = formatMoney(cost.total, cost.currency);
  const days = `${cost.days.length}`;
  const known = cost.state.filter(state => state === 'ok').length;
  if (known < cost.days.length)
    return (
      <AnswerLine>
        {t('answer.partial', { amount, days, known: `${known}` })}
      </AnswerLine>
    );
  if (cost.total === 0)
    return <AnswerLine>{t('answer.nothing', { days })}</AnswerLine>;
  const change = percentChange(cost.total, cost.previousTotal);
  if (change === undefined)
    return <AnswerLine>{t('answer.alone', { amount, days })}</AnswerLine>;
  if (change === 0)
    return <AnswerLine>{t('answer.same', { amount, days })}</AnswerLine>;
  const percent = `${Math.abs(change)}`;
  return (
    <AnswerLine>
      {t(change > 0 ? 'answer.more' : 'answer.less', { amount, days, percent })}
    </AnswerLine>
  );
}
