import { z } from 'zod';
import { EvidenceFormat } from './EvidenceFormat';
import { assessmentMembers, assessmentReport } from './assessmentReport';
import { shortText } from './assuranceRecord';
import { hasMembers } from './readDocument';

const dpia = z.looseObject({
  ...assessmentMembers,
  assessment: z.literal('dpia'),
  purpose: z.string().trim().min(1),
  lawfulBasis: z.string().trim().min(1),
});

/**
 * Data protection impact assessment as plain JSON: `{assessment: 'dpia', version: 1,
 * status, purpose, lawfulBasis, risks: [{status}], approvedBy, approvedAt}`.
 */
export const dpiaFormat: EvidenceFormat = {
  id: 'dpia',
  title: 'Data protection impact assessment',
  detect: document =>
    hasMembers(document, 'assessment', 'version') &&
    document.assessment === 'dpia',
  adapt: report =>
    assessmentReport(report, {
      kind: 'dpia',
      schema: dpia,
      claimsOf: ({ purpose, lawfulBasis }) => ({
        purpose: shortText(purpose),
        lawfulBasis: shortText(lawfulBasis),
      }),
    }),
};
