import { DockerRegistry } from './DockerRegistry';
import { UnchangedPlace } from './UnchangedSource';

const versionsPerRepository = 20;
/** Pushed at the same time. */
const pushers = 8;

async function fill(registry: DockerRegistry, names: string[]): Promise<void> {
  const left = [...names];
  const push = async () => {
    for (let name = left.shift(); name; name = left.shift())
      for (let n = 1; n <= versionsPerRepository; n += 1)
        await registry.push(
          name,
          n === versionsPerRepository ? [`v1.${n}.0`, 'latest'] : [`v1.${n}.0`],
          `${name} ${n}`,
        );
  };
  await Promise.all(Array.from({ length: pushers }, push));
}

/**
 * Type `oci`: a real registry whose repositories have a tag per version, and `latest`.
 *
 * @param versions - a multiple of 20
 */
export async function startRegistry(versions: number): Promise<UnchangedPlace> {
  const registry = await DockerRegistry.start();
  const names = Array.from(
    { length: versions / versionsPerRepository },
    (_, index) => `models/bench-${index}`,
  );
  await fill(registry, names);
  const { origin } = registry;
  return {
    sources: [
      {
        title: 'OCI registry',
        versions,
        origin,
        toConfig: () => ({ type: 'oci', baseUrl: origin, catalog: true }),
      },
    ],
    remove: () => registry.remove(),
  };
}
