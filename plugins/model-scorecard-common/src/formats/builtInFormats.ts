import { canonicalFormat } from './canonical';
import { assuranceFormats } from './assuranceFormats';
import { EvidenceFormat } from './EvidenceFormat';
import { measurementFormats } from './measurementFormats';

/**
 * The formats that every intake knows.
 *
 * @public
 */
export const builtInFormats: readonly EvidenceFormat[] = [
  canonicalFormat,
  ...measurementFormats,
  ...assuranceFormats,
];
