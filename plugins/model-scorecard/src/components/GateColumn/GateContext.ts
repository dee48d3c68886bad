import { ScorecardRow } from '@modelyard/plugin-model-scorecard-common';
import { createContext } from 'react';

/** Gates of the rows of the Models page. */
export interface Gates {
  loading: boolean;
  failed: boolean;
  /** The scorecard of a version, by ref and version. */
  find: (ref: string, version: string) => ScorecardRow | undefined;
}

export const GateContext = createContext<Gates>({
  loading: true,
  failed: false,
  find: () => undefined,
});
