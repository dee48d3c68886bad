import { useApi } from '@backstage/frontend-plugin-api';
import { ModelRow } from '@modelyard/plugin-model-catalog-common';
import { useLoad } from '@modelyard/plugin-model-react';
import {
  ScorecardApi,
  ScorecardRow,
} from '@modelyard/plugin-model-scorecard-common';
import { ReactNode, useMemo } from 'react';
import { scorecardApiRef } from '../../api/scorecardApiRef';
import { chooseVersion } from '../../domain/chooseVersion';
import { defaultEnvironment } from '../../domain/environments';
import { GateContext } from './GateContext';

function keyOf(ref: string, version: string): string {
  return `${ref} ${version}`;
}

/** Fetches page after page until every wanted version was seen. */
async function loadGates(
  api: ScorecardApi,
  wanted: Map<string, string>,
  signal: AbortSignal,
): Promise<Map<string, ScorecardRow>> {
  const found = new Map<string, ScorecardRow>();
  let cursor: string | undefined;
  do {
    const page = await api.listScorecards(
      {
        model: [...wanted.keys()],
        environment: defaultEnvironment,
        limit: 500,
        cursor,
      },
      { signal },
    );
    for (const row of page.items) {
      const { ref, version } = row.subject;
      if (wanted.get(ref) === version) found.set(keyOf(ref, version), row);
    }
    cursor = page.nextCursor;
  } while (cursor && found.size < wanted.size);
  return found;
}

/** Loads the gates of all rows of a page in one go. */
export function GateProvider(props: { rows: ModelRow[]; children: ReactNode }) {
  const { rows, children } = props;
  const api = useApi(scorecardApiRef);
  const { value, error, loading } = useLoad(
    async signal => {
      const wanted = new Map<string, string>();
      for (const row of rows) {
        const chosen = chooseVersion(row);
        if (chosen) wanted.set(row.ref, chosen.version);
      }
      return wanted.size
        ? loadGates(api, wanted, signal)
        : new Map<string, ScorecardRow>();
    },
    [api, rows],
  );
  const gates = useMemo(
    () => ({
      loading,
      failed: Boolean(error),
      find: (ref: string, version: string) => value?.get(keyOf(ref, version)),
    }),
    [value, error, loading],
  );
  return <GateContext.Provider value={gates}>{children}</GateContext.Provider>;
}
