import { Finding } from '../plan/types';

/** JSON Pointer of the given steps; escapes `~` and `/`. */
export function pointer(...steps: (string | number)[]): string {
  return steps
    .map(step => `/${String(step).replace(/~/g, '~0').replace(/\//g, '~1')}`)
    .join('');
}

/** A finding that forbids the plan. */
export function error(field: string, message: string): Finding {
  return { severity: 'error', field, message };
}

/** A finding that the plan survives. */
export function warning(field: string, message: string): Finding {
  return { severity: 'warning', field, message };
}

/** A finding that only explains. */
export function info(field: string, message: string): Finding {
  return { severity: 'info', field, message };
}
