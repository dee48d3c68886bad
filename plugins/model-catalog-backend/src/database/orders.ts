import {
  ListModelsQuery,
  ListVersionsQuery,
} from '@modelyard/plugin-model-catalog-common';
import { ListOrder } from './position';

/** Highest risk first; models without a tier last. */
const tierExpression = `case models.risk_tier when 'high' then 1 when 'limited' then 2 when 'general' then 3 when 'minimal' then 4 else 5 end`;

const modelExpressions: Record<
  string,
  Pick<ListOrder, 'expression' | 'valueType'>
> = {
  name: { expression: 'models.ref', valueType: 'string' },
  owner: { expression: `coalesce(models.owner, '')`, valueType: 'string' },
  task: { expression: `coalesce(models.task, '')`, valueType: 'string' },
  tier: { expression: tierExpression, valueType: 'number' },
  latest: {
    expression: `coalesce(models.latest_created_at, '')`,
    valueType: 'string',
  },
};

/** Order of the models list for a `sort` that the OpenAPI document allows. */
export function modelOrder(sort: ListModelsQuery['sort']): ListOrder {
  const name = sort ?? 'name';
  const descending = name.startsWith('-');
  const key = descending ? name.slice(1) : name;
  const { expression, valueType } = modelExpressions[key];
  const bytewise = valueType === 'string';
  return { name, descending, expression, valueType, bytewise };
}

/** Order of the versions list: newest first unless asked otherwise. */
export function versionOrder(sort: ListVersionsQuery['sort']): ListOrder {
  const name = sort ?? '-createdAt';
  return {
    name,
    expression: 'created_at',
    valueType: 'string',
    descending: name.startsWith('-'),
  };
}

/** Order of the history of aliases: the newest move first. */
export const aliasOrder: ListOrder = {
  name: '-since',
  expression: 'since',
  valueType: 'string',
  descending: true,
};
