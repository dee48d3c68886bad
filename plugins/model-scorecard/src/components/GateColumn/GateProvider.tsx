import { useApi } from '@backstage/frontend-plugin-api';
import { ModelRow, VersionRow } from '@modelyard/plugin-model-catalog-common';
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

interface WantedVersion {
  ref: string;
  version: string;
}

function keyOf({ ref, version }: WantedVersion): string {
  return `${ref} ${version}`;
}

/** Fetches page after page; pairs of model and version that nobody wants are left out. */
async function loadGates(
  api: ScorecardApi,
  wanted: WantedVersion[],
  signal: AbortSignal,
): Promise<Map<string, ScorecardRow>> {
  const keys = new Set(wanted.map(keyOf));
  const model = [...new Set(wanted.map(({ ref }) => ref))];
  const version = [...new Set(wanted.map(w => w.version))];
  const environment = defaultEnvironment;
  const found = new Map<string, ScorecardRow>();
  let cursor: string | undefined;
  do {
    const page = await api.listScorecards(
      { model, version, environment, limit: 500, cursor },
      { signal },
    );
    for (const row of page.items) {
      const key = keyOf(row.subject);
      if (keys.has(key)) found.set(key, row);
    }
    cursor = page.nextCursor;
  } while (cursor && found.size < keys.size);
  return found;
}

/** Loads the gates of all wanted versions in one go. */
function Gates(props: { wanted: WantedVersion[]; children: ReactNode }) {
  const { wanted, children } = props;
  const api = useApi(scorecardApiRef);
  const { value, error, loading } = useLoad(
    async signal =>
      wanted.length
        ? loadGates(api, wanted, signal)
        : new Map<string, ScorecardRow>(),
    [api, wanted],
  );
  const gates = useMemo(
    () => ({
      loading,
      failed: Boolean(error),
      find: (ref: string, version: string) =>
        value?.get(keyOf({ ref, version })),
    }),
    [value, error, loading],
  );
  return <GateContext.Provider value={gates}>{children}</GateContext.Provider>;
}

/** The gates of the Models page. */
export function GateProvider(props: { rows: ModelRow[]; children: ReactNode }) {
  const { rows, children } = props;
  const wanted = useMemo(
    () =>
      rows.flatMap(row => {
        const chosen = chooseVersion(row);
        return chosen ? { ref: row.ref, version: chosen.version } : [];
      }),
    [rows],
  );
  return <Gates wanted={wanted}>{children}</Gates>;
}

/** The gates of the table of versions. */
export function VersionGateProvider(props: {
  modelRef: string;
  rows: VersionRow[];
  children: ReactNode;
}) {
  const { modelRef, rows, children } = props;
  const wanted = useMemo(
    () => rows.map(({ version }) => ({ ref: modelRef, version })),
    [modelRef, rows],
  );
  return <Gates wanted={wanted}>{children}</Gates>;
}
