import { z } from 'zod';
import { EvidenceFormat } from './EvidenceFormat';
import { assessmentMembers, assessmentReport } from './assessmentReport';
import { shortTexts } from './assuranceRecord';
import { hasMembers } from './readDocument';

const impactAssessment = z.looseObject({
  ...assessmentMembers,
  assessment: z.literal('impact'),
  affectedGroups: z.array(z.string().trim().min(1)).min(1),
  residualRisk: z.enum(['low', 'medium', 'high']),
});

/**
 * Impact assessment as plain JSON: `{assessment: 'impact', version: 1, status,
 * affectedGroups, residualRisk, risks: [{status}], approvedBy, approvedAt}`.
 */
export const impactAssessmentFormat: EvidenceFormat = {
  id: 'impact-assessment',
  title: 'Impact assessment',
  detect: document =>
    hasMembers(document, 'assessment', 'version') &&
    document.assessment === 'impact',
  adapt: report =>
    assessmentReport(report, {
      kind: 'impact-assessment',
      schema: impactAssessment,
      claimsOf: ({ affectedGroups, residualRisk }) => ({
        affectedGroups: shortTexts(affectedGroups),
        residualRisk,
      }),
    }),
};
