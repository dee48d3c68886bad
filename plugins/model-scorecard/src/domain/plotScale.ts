import { ScorecardCheck } from '@modelyard/plugin-model-scorecard-common';

/** Positions of a plot, as shares of its width from 0 to 1. */
export interface Plot {
  value: number;
  interval?: { from: number; to: number };
  /** The part in which the whole interval has to lie. */
  allowed?: { from: number; to: number };
}

type Measured = Pick<ScorecardCheck, 'interval' | 'bound'> & { value: number };

/** Where value, interval and bound of a check lie beside each other. */
export function plotScale({ value, interval, bound }: Measured): Plot {
  const known = [
    value,
    interval?.low,
    interval?.high,
    bound?.low,
    bound?.high,
  ].filter(one => one !== undefined);
  const low = Math.min(...known);
  const high = Math.max(...known);
  const margin = (high - low || Math.abs(value) || 1) * 0.15;
  const place = (one: number) =>
    (one - low + margin) / (high - low + 2 * margin);
  const open = bound?.low === undefined && bound?.high === undefined;
  return {
    value: place(value),
    interval: interval && {
      from: place(interval.low),
      to: place(interval.high),
    },
    allowed: open
      ? undefined
      : {
          from: bound.low === undefined ? 0 : place(bound.low),
          to: bound.high === undefined ? 1 : place(bound.high),
        },
  };
}
