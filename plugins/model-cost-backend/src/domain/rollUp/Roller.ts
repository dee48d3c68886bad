import { createHash } from 'node:crypto';
import {
  LedgerDay,
  MissingRateError,
  RolledDay,
  rollUpDay,
  RollUpContext,
} from './rollUpDay';

/** Figures of a day, or why there are none. */
export type RollUp = { rolled: RolledDay } | { problem: string };

/** Makes the figures of days under one context. */
export class Roller {
  private constructor(
    private readonly context: RollUpContext,
    /** Of the configuration: figures with another digest are made anew. */
    readonly digest: string,
  ) {}

  static create(context: RollUpContext): Roller {
    const { currency, rates, rules, pools, allocation } = context;
    const text = JSON.stringify(
      { version: 1, currency, rates, rules, pools, allocation },
      (_, value) => (typeof value === 'bigint' ? String(value) : value),
    );
    return new Roller(context, createHash('sha256').update(text).digest('hex'));
  }

  roll(day: LedgerDay): RollUp {
    try {
      return { rolled: rollUpDay(day, this.context) };
    } catch (error) {
      if (error instanceof MissingRateError) return { problem: error.message };
      throw error;
    }
  }
}
