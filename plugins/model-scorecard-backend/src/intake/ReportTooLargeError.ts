import { CustomErrorBase } from '@backstage/errors';

/** A report that is larger than is allowed; answered with status 413. */
export class ReportTooLargeError extends CustomErrorBase {
  readonly name = 'PayloadTooLargeError';
  readonly statusCode = 413;

  constructor(maxBytes: number) {
    super(
      `The report is larger than the ${Math.floor(maxBytes / 1_000_000)} MB that modelScorecard.evidence.maxBytes allows; leave out what is not needed, such as samples`,
    );
  }
}
