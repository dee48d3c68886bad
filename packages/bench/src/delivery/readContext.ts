import { setTimeout as wait } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { ModelCatalogClient } from '@modelyard/plugin-model-catalog-common';
import {
  EnvironmentGate,
  PlanContext,
  ServiceInput,
} from '@modelyard/plugin-model-delivery-common';
import {
  digestVerdict,
  Scorecard,
  ScorecardClient,
} from '@modelyard/plugin-model-scorecard-common';
import { DeliveryBackend } from './startDeliveryBackend';

/** What a plan rests on beside its input and the address of its repository. */
export type ReadContext = Omit<PlanContext, 'repositoryUrl'>;

/** Checks that the example version passes once its evidence is in, at least. */
const leastPassed = 20;

const settled = ['pass', 'not_applicable'];

function toGate(environment: string, scorecard: Scorecard): EnvironmentGate {
  const { gate, checks } = scorecard;
  return {
    environment,
    state: gate.state,
    blockers: gate.blockers,
    verdictDigest: digestVerdict(scorecard),
    compliance: checks.every(({ verdict }) => settled.includes(verdict))
      ? 'passed'
      : 'conditional',
    alignment: 'pending',
  };
}

async function readContext(
  { apiUrl, token }: DeliveryBackend,
  input: ServiceInput,
): Promise<ReadContext | undefined> {
  const options = {
    discoveryApi: { getBaseUrl: async (id: string) => `${apiUrl}/${id}` },
    fetchApi: { fetch },
  };
  const { ref, version } = input.model;
  const models = ModelCatalogClient.create(options);
  const row = await models.getModel(ref, { token });
  const detail = await models.getVersion(ref, version, { token });
  const scorecards = ScorecardClient.create(options);
  const { items: found } = await scorecards.listVersionScorecards(
    ref,
    version,
    input.environments.map(({ name }) => name),
    { token },
  );
  if (found.some(({ counts }) => (counts.pass ?? 0) < leastPassed))
    return undefined;
  const gates = found.map(scorecard =>
    toGate(scorecard.gate.environment, scorecard),
  );
  return {
    model: {
      ref: row.ref,
      version: detail.version,
      digest: detail.digest,
      digestKind: detail.digestKind,
      status: detail.status,
      conflict: detail.conflict !== undefined,
      artifacts: detail.artifacts,
      ...(row.license !== undefined && { license: row.license }),
      ...(detail.run?.url !== undefined && { runUrl: detail.run.url }),
      registryRef: `${detail.source.id}/${detail.source.nativeId}`,
    },
    aliases: row.aliases,
    gates,
    defaultController: 'argocd',
  };
}

/**
 * What the backend reads before it plans, read beforehand: the version and its open
 * gates, once all example evidence has come in.
 */
export async function readSettledContext(
  backend: DeliveryBackend,
  input: ServiceInput,
): Promise<ReadContext> {
  for (let attempt = 0; attempt < 30; attempt += 1) {
    const context = await readContext(backend, input);
    await wait(3000);
    if (
      context &&
      isDeepStrictEqual(context, await readContext(backend, input))
    )
      return context;
  }
  throw new Error('The verdict of the example version keeps changing');
}
