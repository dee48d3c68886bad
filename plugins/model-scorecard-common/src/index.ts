/**
 * Canonical evidence, check packs, evaluation and client of the scorecard.
 *
 * @packageDocumentation
 */
export * from './api/ScorecardApi';
export * from './api/ScorecardClient';
export * from './controls/frameworks';
export * from './evaluation/digestVerdict';
export * from './evaluation/evaluate';
export * from './evaluation/EvaluateOptions';
export * from './evaluation/personalRecords';
export * from './evaluation/scorecardChanges';
export * from './events';
export * from './evidence/cardHeadings';
export * from './evidence/completeRecord';
export * from './evidence/EvidenceRecord';
export * from './evidence/parseCanonicalRecord';
export * from './formats/builtInFormats';
export * from './formats/EvidenceFormat';
export * from './json/canonicalJson';
export * from './json/jsonPointer';
export * from './json/parseStrictJson';
export * from './packs/CheckPack';
export type { CheckContext, CheckProgram } from './packs/compileCheck';
export * from './packs/loadPack';
export { runPackFixtures, type FixtureFailure } from './packs/packFixtures';
export { packJsonSchema } from './packs/packJsonSchema';
export type { PackFixture } from './packs/packSchema';
export * from './permissions';
