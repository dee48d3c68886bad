import { EvidenceFormat } from './EvidenceFormat';

/** Formats of what was measured on a model or its data. */
export const measurementFormats: readonly EvidenceFormat[] = [];
