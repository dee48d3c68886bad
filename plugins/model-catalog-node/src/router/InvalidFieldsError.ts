import { InputError } from '@backstage/errors';

/**
 * One field of a request that can't be accepted.
 *
 * @public
 */
export interface InvalidField {
  /** JSON Pointer into the body, or `/query/<name>` and `/path/<name>`. */
  path: string;
  /** What is wrong and what would be right. */
  message: string;
}

/**
 * Bad input that names its fields; answered with 400 and `error.fields`.
 *
 * @public
 */
export class InvalidFieldsError extends InputError {
  readonly fields: InvalidField[];

  constructor(fields: InvalidField[], message?: string) {
    super(
      message ?? fields.map(f => `${f.path || '/'}: ${f.message}`).join('; '),
    );
    this.fields = fields;
  }
}
