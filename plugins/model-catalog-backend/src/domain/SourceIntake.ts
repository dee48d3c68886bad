import { OwnerRules } from './ownerRules';

/** What a source takes in, and how; the same for every type of source. */
export interface SourceIntake {
  sourceId: string;
  /** Whether the include and exclude patterns let a model of this title in. */
  accepts(title: string): boolean;
  /** Whether labels of this key are stored. */
  allowsLabel(key: string): boolean;
  owner: OwnerRules;
  /** Changes with the source's configuration: what is stored is then read anew. */
  fingerprint: string;
}
