import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { EvidenceFormat } from '@modelyard/plugin-model-scorecard-common';

/**
 * Where modules add formats of evidence.
 *
 * @public
 */
export interface EvidenceFormatsExtensionPoint {
  /**
   * Adds a format to the intake.
   *
   * @throws ConflictError when the id is taken
   */
  addFormat(format: EvidenceFormat): void;
}

/**
 * Extension point of `@modelyard/plugin-model-scorecard-backend`.
 *
 * @public
 */
export const evidenceFormatsExtensionPoint =
  createExtensionPoint<EvidenceFormatsExtensionPoint>({
    id: 'model-scorecard.evidence-formats',
  });
