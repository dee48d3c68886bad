import {
  parseCanonicalRecord,
  problemsOfRecord,
} from '../evidence/parseCanonicalRecord';
import { EvidenceFormat } from './EvidenceFormat';
import { hasMembers } from './readDocument';

/** Our own records, one a document. */
export const canonicalFormat: EvidenceFormat = {
  id: 'canonical/1',
  title: 'Canonical record of Modelyard',
  predicateTypes: ['https://modelyard.io/evidence/v1'],
  detect: document =>
    hasMembers(document, 'kind', 'tool', 'producedAt', 'metrics'),
  adapt({ document }) {
    const result = parseCanonicalRecord(document);
    if (!result.ok) return result;
    const { record } = result;
    return {
      ok: true,
      records: [{ record, problems: problemsOfRecord(record) }],
    };
  },
};
