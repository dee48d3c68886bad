import { z } from 'zod';

/**
 * An object whose keys are data. Unlike a record of zod it keeps every key, also
 * one called `__proto__`.
 */
export const keyedObject = z.custom<Record<string, unknown>>(
  value => typeof value === 'object' && value !== null && !Array.isArray(value),
  'expected an object',
);
