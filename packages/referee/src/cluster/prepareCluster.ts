import { z } from 'zod';
import { KubernetesObject } from '../planner';
import { until } from '../tools/until';
import { ApiServer } from './ApiServer';
import {
  DefinitionSource,
  definitionsOf,
  definitionSources,
} from './definitions';

const secondsToEstablish = 60;

const definitionSchema = z.object({
  spec: z.object({
    group: z.string(),
    scope: z.string(),
    names: z.looseObject({ kind: z.string() }),
    versions: z.array(
      z.object({ name: z.string(), served: z.boolean(), storage: z.boolean() }),
    ),
  }),
  status: z
    .object({
      conditions: z
        .array(z.object({ type: z.string(), status: z.string() }))
        // Null until somebody has looked at the definition.
        .nullish(),
    })
    .optional(),
});

async function mustCreate(
  api: ApiServer,
  object: KubernetesObject,
): Promise<void> {
  const { status, message } = await api.create(object);
  if (status !== 201) {
    throw new Error(`${object.kind} ${object.metadata.name}: ${message}`);
  }
}

async function isServed(
  api: ApiServer,
  definition: KubernetesObject,
): Promise<boolean> {
  const { metadata, apiVersion } = definition;
  const { body } = await api.get(
    `/apis/${apiVersion}/customresourcedefinitions/${metadata.name}`,
  );
  const { spec, status } = definitionSchema.parse(body);
  const established = status?.conditions?.some(
    condition =>
      condition.type === 'Established' && condition.status === 'True',
  );
  if (!established) return false;
  const served = spec.versions.filter(version => version.served);
  const known = await Promise.all(
    served.map(v => api.knows(`${spec.group}/${v.name}`, spec.names.kind)),
  );
  return known.every(Boolean);
}

/** Definitions of a source that the server took. */
export interface Installed {
  source: DefinitionSource;
  definitions: KubernetesObject[];
}

/** Gives the server all definitions and waits until it serves their kinds. */
export async function installDefinitions(api: ApiServer): Promise<Installed[]> {
  const installed: Installed[] = [];
  for (const source of definitionSources) {
    const definitions = await definitionsOf(source);
    for (const definition of definitions) await mustCreate(api, definition);
    for (const definition of definitions) {
      await until(definition.metadata.name, secondsToEstablish, async () =>
        (await isServed(api, definition)) ? true : undefined,
      );
    }
    installed.push({ source, definitions });
  }
  return installed;
}

/** The same definition, but for the fields that it knows. */
export function stubOf(definition: KubernetesObject): KubernetesObject {
  const { spec } = definitionSchema.parse(definition);
  const anything = {
    type: 'object',
    'x-kubernetes-preserve-unknown-fields': true,
  };
  const versions = spec.versions.map(({ name, served, storage }) => ({
    ...{ name, served, storage },
    schema: { openAPIV3Schema: anything },
  }));
  const { apiVersion, kind, metadata } = definition;
  const { name } = metadata;
  return { apiVersion, kind, metadata: { name }, spec: { ...spec, versions } };
}

/** Makes namespaces. */
export async function makeNamespaces(
  api: ApiServer,
  names: readonly string[],
): Promise<void> {
  for (const name of names) {
    await mustCreate(api, {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name },
    });
  }
}
