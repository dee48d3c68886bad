import {
  parseCanonicalRecord,
  problemsOfRecord,
} from '@modelyard/plugin-model-scorecard-common';
import { EvidenceFormat } from '@modelyard/plugin-model-scorecard-node';

/** Our own records, one a document. */
export const canonicalFormat: EvidenceFormat = {
  id: 'canonical/1',
  title: 'Canonical record of Modelyard',
  detect: document =>
    typeof document === 'object' &&
    document !== null &&
    ['kind', 'tool', 'producedAt', 'metrics'].every(key => key in document),
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
