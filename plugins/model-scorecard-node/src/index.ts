/**
 * Extension points of the scorecard.
 *
 * @packageDocumentation
 */
export * from './EvidenceFormat';
export * from './evidenceFormatsExtensionPoint';
