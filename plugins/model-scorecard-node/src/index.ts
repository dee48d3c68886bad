/**
 * Extension points of the scorecard.
 *
 * @packageDocumentation
 */
export type {
  AdaptedRecord,
  AdaptedReport,
  DeclaredContext,
  EvidenceFormat,
  RawReport,
  ReportedRecord,
  SignedStatement,
} from '@modelyard/plugin-model-scorecard-common';
export * from './evidenceFormatsExtensionPoint';
export * from './evidenceDocumentsExtensionPoint';
