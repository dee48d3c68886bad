import { ModelCostGroupBy } from '@modelyard/plugin-model-cost-common';
import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

/** Spans that the tab offers, in days. */
export const spans = [7, 30, 90] as const;

/** Splits that the tab offers. */
export const groupings = [
  'version',
  'component',
  'environment',
  'tenant',
  'service',
  'activity',
] as const satisfies ModelCostGroupBy[];

export type Grouping = (typeof groupings)[number];

export interface CostState {
  days: number;
  groupBy: Grouping;
  setDays: (days: number) => void;
  setGroupBy: (groupBy: string) => void;
}

/** Span and split of the cost tab; they live in the URL, so that Back works. */
export function useCostState(): CostState {
  const [params, setParams] = useSearchParams();
  const set = useCallback(
    (name: string, value: string) =>
      setParams(before => {
        const next = new URLSearchParams(before);
        next.set(name, value);
        return next;
      }),
    [setParams],
  );
  const days = spans.find(span => `${span}` === params.get('days')) ?? 30;
  const groupBy =
    groupings.find(grouping => grouping === params.get('groupBy')) ?? 'version';
  return {
    days,
    groupBy,
    setDays: value => set('days', `${value}`),
    setGroupBy: value => set('groupBy', value),
  };
}
