import { make, sorters } from 'covertable';
import { context, digestOf, service } from '../__fixtures__/service';
import { variants } from '../__fixtures__/variants';
import {
  RuntimeKey,
  RuntimeOptions,
  runtimeOptions,
} from '../input/runtimeOptions';
import { EnvironmentInput, ServiceInput } from '../input/serviceInputSchema';
import { plan } from '../plan/plan';
import { DeployedRelease, PlanContext } from '../plan/types';
import { readReleases } from '../repository/readReleases';
import {
  detailChoices,
  gpuChoices,
  jobChoices,
  monitoringChoices,
  own,
  placementChoices,
  platformRules,
  policyChoices,
  rolloutChoices,
  scalingChoices,
  secretChoices,
  storageChoices,
} from './matrixChoices';

function scalingsOf(runtime: RuntimeOptions): string[] {
  return Object.entries(scalingChoices)
    .filter(([, scaling]) => {
      if (!scaling) return true;
      if (!runtime.scaling.includes(scaling.kind)) return false;
      if (scaling.kind !== 'keda') return true;
      const zero = scaling.minReplicas === 0;
      return (
        runtime.triggers.includes(scaling.trigger.kind) &&
        (!zero || runtime.scaleToZero.includes('keda'))
      );
    })
    .map(([name]) => name);
}

function factorsOf(key: RuntimeKey) {
  const runtime: RuntimeOptions = runtimeOptions[key];
  const rollouts = Object.entries(rolloutChoices).filter(
    ([, rollout]) => !rollout || runtime.rollouts.includes(rollout.kind),
  );
  const jobs = key === 'retraining-job' ? Object.keys(jobChoices) : ['none'];
  return {
    scaling: scalingsOf(runtime),
    rollout: rollouts.map(([name]) => name),
    gpu: Object.keys(gpuChoices),
    placement: Object.keys(placementChoices),
    job: jobs,
    secrets: Object.keys(secretChoices),
    monitoring: Object.keys(monitoringChoices),
    policies: Object.keys(policyChoices),
    detail: Object.keys(detailChoices),
    controller: ['argocd', 'flux', 'argocd with windows'],
    pipeline: ['github', 'gitlab', 'jenkins'],
    terraform: ['none', 'aws', 'gcp'],
    quota: ['none', 'given'],
    environments: ['one', 'three'],
    history: ['first', 'second', 'retained'],
    rules: ['none', 'given'],
    storage: Object.keys(storageChoices).filter(
      name => key !== 'kserve-llm' || name !== 'https',
    ),
  };
}

type Choice = Record<keyof ReturnType<typeof factorsOf>, string>;

function environmentOf(name: string, choice: Choice): EnvironmentInput {
  const gpu = gpuChoices[choice.gpu];
  return {
    name,
    namespace: `ml-${name}`,
    resources: { cpu: '500m', memory: '1Gi', ...(gpu && { gpu }) },
    scaling: scalingChoices[choice.scaling],
    rollout: rolloutChoices[choice.rollout],
    placement: placementChoices[choice.placement],
    ...(choice.quota === 'given' && {
      quota: { cpu: '100', memory: '200Gi', ...(gpu && { gpu: 100 }) },
    }),
  };
}

function inputOf(key: RuntimeKey, choice: Choice, name: string): ServiceInput {
  const { runtime, image, serving, job } = variants[key] as ServiceInput;
  const names =
    choice.environments === 'one' ? ['prod'] : ['dev', 'staging', 'prod'];
  const [controller, windows] = choice.controller.split(' with ');
  const detail = detailChoices[choice.detail as keyof typeof detailChoices];
  return service({
    name,
    runtime,
    image: key.startsWith('kserve') && choice.detail === 'full' ? own : image,
    serving,
    job: jobChoices[choice.job] ?? job,
    environments: names.map(e => environmentOf(e, choice)),
    controller: controller as ServiceInput['controller'],
    ...(windows && {
      syncWindows: [
        {
          kind: 'deny',
          cron: '0 18 * * fri',
          hours: 62,
          environments: ['prod'],
        },
        {
          kind: 'allow',
          cron: '0 8 * * 1-5',
          hours: 10,
          timeZone: 'Europe/Berlin',
        },
      ],
    }),
    policies: policyChoices[choice.policies],
    pipeline: choice.pipeline as ServiceInput['pipeline'],
    ...(choice.terraform !== 'none' && {
      terraform: { cloud: choice.terraform as 'aws' | 'gcp' },
    }),
    monitoring: monitoringChoices[choice.monitoring],
    secrets: secretChoices[choice.secrets],
    ...detail,
  });
}

function versionContext(choice: Choice, version: string): PlanContext {
  const { model } = context();
  return context({
    model: model && {
      ...model,
      version,
      digest: digestOf(version),
      artifacts: storageChoices[choice.storage].map(uri => ({
        uri: uri.replace('V', version),
        sizeBytes: 5 * 2 ** 30,
      })),
    },
  });
}

function deployedOf(
  key: RuntimeKey,
  choice: Choice,
  name: string,
): DeployedRelease[] {
  if (choice.history === 'first') return [];
  const input = inputOf(key, { ...choice, environments: 'three' }, name);
  const before = { ...input, model: { ...input.model, version: '6' } };
  const { files } = plan(before, versionContext(choice, '6'));
  const planned = inputOf(key, choice, name).environments.map(e => e.name);
  return readReleases(files).filter(
    ({ environment }) =>
      choice.history === 'retained' || planned.includes(environment),
  );
}

/** One plan of the matrix. */
export interface MatrixCase {
  key: RuntimeKey;
  choice: Choice;
  input: ServiceInput;
  context: PlanContext;
}

function casesOf(key: RuntimeKey): MatrixCase[] {
  const choices = make(factorsOf(key), {
    sorter: sorters.hash,
    seed: key,
  } as never) as unknown as Choice[];
  return choices.map((choice, index) => {
    const name = `${key.replace('/', '-')}-${index}`;
    return {
      key,
      choice,
      input: inputOf(key, choice, name),
      context: {
        ...versionContext(choice, '7'),
        deployed: deployedOf(key, choice, name),
        ...(choice.rules === 'given' && { rules: platformRules }),
      },
    };
  });
}

/** Every pair of choices of every runtime in at least one plan. */
export function matrixCases(): MatrixCase[] {
  return (Object.keys(runtimeOptions) as RuntimeKey[]).flatMap(casesOf);
}

/** Pairs of choices of one runtime, as text. */
export function pairsOf(
  key: RuntimeKey,
  choices: Choice[] | 'all',
): Set<string> {
  const factors = Object.entries(factorsOf(key));
  const pairs = new Set<string>();
  const add = (...picked: [string, string][]) =>
    pairs.add(picked.map(step => step.join('=')).join(' & '));
  factors.forEach(([left, lefts], index) =>
    factors.slice(index + 1).forEach(([right, rights]) => {
      if (choices !== 'all') {
        choices.forEach(c =>
          add(
            [left, c[left as keyof Choice]],
            [right, c[right as keyof Choice]],
          ),
        );
        return;
      }
      lefts.forEach(l => rights.forEach(r => add([left, l], [right, r])));
    }),
  );
  return pairs;
}
