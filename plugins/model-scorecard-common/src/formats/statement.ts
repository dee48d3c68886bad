import { z } from 'zod';
import { RawReport, SignedStatement } from './EvidenceFormat';
import { hasMembers } from './readDocument';

/** Said of a predicate that came without the verified statement around it. */
export const unsignedProblem =
  'not signed by a configured producer; hand in the signed envelope, and configure the key of its producer';

const statement = z.looseObject({
  predicateType: z.string(),
  subject: z.array(
    z.looseObject({
      name: z.string().optional(),
      digest: z.record(z.string(), z.string()),
    }),
  ),
  predicate: z.unknown(),
});

/** A predicate with what is known of the statement around it. */
export interface Predicate {
  predicate: unknown;
  predicateType?: string;
  /** Subjects as the verified statement, else as the document itself names them. */
  subject?: Pick<SignedStatement['subject'][number], 'digest'>[];
}

/** Whether a document is a whole in-toto statement. */
export function isStatement(document: unknown): boolean {
  return hasMembers(document, '_type', 'subject', 'predicateType', 'predicate');
}

/** The predicate of a report: the document itself, or that of the statement it is. */
export function predicateOf({ document, statement: signed }: RawReport) {
  const whole = isStatement(document)
    ? statement.safeParse(document).data
    : undefined;
  const outer = signed ?? whole;
  const result: Predicate = {
    predicate: whole ? whole.predicate : document,
    predicateType: outer?.predicateType,
    subject: outer?.subject,
  };
  return result;
}
