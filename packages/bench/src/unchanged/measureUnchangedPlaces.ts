import { Measure } from '../report/Measure';
import { BenchDatabaseKind } from '../sync/BenchDatabase';
import { hasDockerRegistry } from './DockerRegistry';
import { startClone, startFolder } from './gitSources';
import { startHub } from './hubSource';
import { measureUnchanged } from './measureUnchanged';
import { startRegistry } from './ociSources';
import { UnchangedPlace } from './UnchangedSource';

/** Versions that are requests of their own take longer to make and to read. */
const fewer = { hub: 10, registry: 20 };

async function measureOn(
  kinds: BenchDatabaseKind[],
  { sources, remove }: UnchangedPlace,
): Promise<Measure[]> {
  try {
    const measures: Measure[] = [];
    for (const source of sources)
      for (const kind of kinds)
        measures.push(await measureUnchanged(kind, source));
    return measures;
  } finally {
    await remove();
  }
}

/** Every kind of source that has marks to ask by, and what could not be measured here. */
export async function measureUnchangedPlaces(
  kinds: BenchDatabaseKind[],
  versions: number,
): Promise<{ measures: Measure[]; missing: string[] }> {
  const starts = [
    () => startFolder(versions),
    () => startClone(versions),
    () => startHub(versions / fewer.hub),
  ];
  const missing: string[] = [];
  if (hasDockerRegistry())
    starts.push(() => startRegistry(versions / fewer.registry));
  else
    missing.push(
      'sync of an unchanged OCI registry: docker-registry is missing; `apt-get install docker-registry`',
    );
  const measures: Measure[] = [];
  for (const start of starts)
    measures.push(...(await measureOn(kinds, await start())));
  return { measures, missing };
}
