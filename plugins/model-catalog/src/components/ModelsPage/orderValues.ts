import { ModelFacets } from '@modelyard/plugin-model-catalog-common';
import { FilterName } from './useModelsState';

/** Value of the filter by owner that asks for models without one. */
export const unowned = 'none';

/** How many values a filter shows before somebody asks for the rest. */
const few = 6;

type Values = ModelFacets[FilterName];

function byCount(one: Values[number], other: Values[number]): number {
  return other.count - one.count || (one.value < other.value ? -1 : 1);
}

/**
 * The values of a filter as they are shown: the most frequent first, and of a long
 * list the beginning, with what is chosen. Models without an owner are asked for
 * below all owners, however few they are.
 *
 * @returns what is shown, and how many values are not
 */
export function orderValues(options: {
  name: FilterName;
  values: Values;
  chosen: string;
  isWhole: boolean;
}): { shown: Values; rest: number } {
  const { name, values, chosen, isWhole } = options;
  const isKnown = !chosen || values.some(({ value }) => value === chosen);
  const all = isKnown ? values : [...values, { value: chosen, count: 0 }];
  const isLast = ({ value }: Values[number]) =>
    name === 'owner' && value === unowned;
  const named = all.filter(value => !isLast(value));
  // The server's order is the one from good to bad.
  if (name !== 'freshness') named.sort(byCount);
  // One more is shorter than the button that would show it.
  const most = named.length === few + 1 ? few + 1 : few;
  const shown = named.filter(
    ({ value }, index) => isWhole || index < most || value === chosen,
  );
  return {
    shown: [...shown, ...all.filter(isLast)],
    rest: named.length - shown.length,
  };
}
