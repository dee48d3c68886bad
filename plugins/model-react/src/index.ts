/**
 * Shared widgets and extension points of the Modelyard frontends.
 *
 * @packageDocumentation
 */
export * from './api/modelCatalogApiRef';
export * from './extensions/ModelColumnBlueprint';
export * from './extensions/ModelVersionColumnBlueprint';
export type { TableColumn } from './extensions/TableColumn';
export * from './extensions/ModelVersionSectionBlueprint';
export * from './load/DownloadButton';
export * from './load/LoadFailure';
export * from './load/useLoad';
export * from './ModelIcon';
export * from './notice/LoadingRows';
export * from './notice/Notice';
export * from './routes/useModelLinks';
export * from './source/SourceStateChip';
export * from './text/AnswerLine';
export * from './text/DigestText';
export * from './text/FreshnessText';
export * from './text/money';
export * from './text/MoneyText';
export * from './text/numbers';
export * from './text/RelativeTime';
export * from './text/safeHref';
export * from './text/time';
export * from './translation';
export * from './verdict/GateChip';
export * from './verdict/verdict';
export * from './verdict/VerdictChip';
