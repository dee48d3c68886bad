/**
 * What speaks for or against a registration. An `error` forbids it.
 *
 * @public
 */
export interface RegistrationFinding {
  severity: 'error' | 'warning' | 'info';
  /** JSON Pointer (RFC 6901) into the registration. */
  field: string;
  message: string;
}

/** JSON Pointer of the given steps; escapes `~` and `/`. */
export function pointer(...steps: PropertyKey[]): string {
  return steps
    .map(step => `/${String(step).replace(/~/g, '~0').replace(/\//g, '~1')}`)
    .join('');
}

/** A finding that forbids the registration. */
export function error(field: string, message: string): RegistrationFinding {
  return { severity: 'error', field, message };
}

/** A finding that the registration survives. */
export function warning(field: string, message: string): RegistrationFinding {
  return { severity: 'warning', field, message };
}

/** A finding that only explains. */
export function info(field: string, message: string): RegistrationFinding {
  return { severity: 'info', field, message };
}
