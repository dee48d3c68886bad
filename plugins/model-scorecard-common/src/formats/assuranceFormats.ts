import { EvidenceFormat } from './EvidenceFormat';

/** Formats of scans, bills of materials, attestations, red teams and assessments. */
export const assuranceFormats: readonly EvidenceFormat[] = [];
