import { JsonObject } from '@backstage/types';

/** A source that has marks to ask by, and does not change while it is measured. */
export interface UnchangedSource {
  /** In the table, such as `folder`. */
  title: string;
  versions: number;
  /** Its entry under `modelCatalog.sources`, without id and schedule. */
  toConfig(options: {
    /** Empty folder of this one measurement. */
    scratch: string;
  }): JsonObject;
  /** Where calls over HTTP go, when that is how it is read. */
  origin?: string;
}

/** What is read as one or more sources, while it is there. */
export interface UnchangedPlace {
  sources: UnchangedSource[];
  remove(): Promise<void>;
}
