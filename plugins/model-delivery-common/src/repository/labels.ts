import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  alignmentAnnotation,
  complianceLabel,
  inferenceComponent,
  kubernetesLabels,
  modelAnnotations,
  modelLabels,
  toLabelValue,
  trainingComponent,
} from '@modelyard/plugin-model-catalog-common';
import { PlannedEnvironment } from '../plan/selectEnvironments';
import { EnvironmentGate } from '../plan/types';
import { RepositoryModel } from './types';

/** Full entity refs of an input, whose refs may be short. */
export function refsOf({ input }: RepositoryModel) {
  const full = (ref: string, defaultKind: string) =>
    stringifyEntityRef(
      parseEntityRef(ref, { defaultKind, defaultNamespace: 'default' }),
    );
  return {
    model: full(input.model.ref, 'model'),
    owner: full(input.owner, 'group'),
    system:
      input.system === undefined ? undefined : full(input.system, 'system'),
    service: full(input.name, 'component'),
  };
}

function nameOf(ref: string): string {
  return toLabelValue(parseEntityRef(ref).name);
}

/** What a workload does: it serves a model, or it trains one. */
export function componentOf({ input }: RepositoryModel): string {
  return input.runtime.kind === 'retraining-job'
    ? trainingComponent
    : inferenceComponent;
}

/** Labels that hold for a service in every environment and version. */
export function serviceLabels(repository: RepositoryModel) {
  const { input } = repository;
  return {
    [kubernetesLabels.name]: input.name,
    [kubernetesLabels.component]: componentOf(repository),
    [kubernetesLabels.managedBy]: 'modelyard',
    [modelLabels.service]: input.name,
  };
}

/** Labels of a workload and its Pods in one environment. */
export function workloadLabels(
  repository: RepositoryModel,
  { input: environment, gate }: PlannedEnvironment,
): Record<string, string> {
  const { input } = repository;
  const refs = refsOf(repository);
  return {
    ...input.labels,
    ...serviceLabels(repository),
    [kubernetesLabels.partOf]: refs.system ? nameOf(refs.system) : input.name,
    [modelLabels.model]: nameOf(refs.model),
    [modelLabels.modelVersion]: toLabelValue(input.model.version),
    [modelLabels.environment]: environment.name,
    [modelLabels.owner]: nameOf(refs.owner),
    [modelLabels.costCenter]: toLabelValue(input.costCenter),
    ...(input.tenant && { [modelLabels.tenant]: toLabelValue(input.tenant) }),
    [complianceLabel]: gate.compliance,
  };
}

function licenseCheck(gate: EnvironmentGate): string {
  if (gate.blockers.some(check => check.startsWith('lic.'))) return 'failed';
  return gate.compliance === 'unknown' ? 'unknown' : 'passed';
}

function fullValues(
  repository: RepositoryModel,
  environment: string,
): Record<string, string> {
  const { input } = repository;
  const refs = refsOf(repository);
  return {
    [`${modelLabels.model}-ref`]: refs.model,
    [`${modelLabels.modelVersion}-ref`]: input.model.version,
    [`${modelLabels.service}-ref`]: refs.service,
    [`${modelLabels.environment}-ref`]: environment,
    [`${modelLabels.owner}-ref`]: refs.owner,
    [`${modelLabels.costCenter}-ref`]: input.costCenter,
    ...(input.tenant && { [`${modelLabels.tenant}-ref`]: input.tenant }),
  };
}

/** Annotations of a workload and its Pods in one environment. */
export function workloadAnnotations(
  repository: RepositoryModel,
  { input: environment, gate }: PlannedEnvironment,
): Record<string, string> {
  const { input, model } = repository;
  const registryRef = model.registryRef ?? model.runUrl;
  return {
    ...input.annotations,
    ...fullValues(repository, environment.name),
    [modelAnnotations.modelDigest]: model.digest,
    ...(registryRef && { [modelAnnotations.modelRegistryRef]: registryRef }),
    ...(gate.verdictDigest && {
      [modelAnnotations.verdictDigest]: gate.verdictDigest,
    }),
    ...(gate.biasDriftThreshold && {
      [modelAnnotations.biasDriftThreshold]: gate.biasDriftThreshold,
    }),
    ...(model.license && { [modelAnnotations.license]: model.license }),
    [modelAnnotations.licenseCheck]: licenseCheck(gate),
    [modelAnnotations.vulnerabilityScanRequired]: 'true',
    [alignmentAnnotation]: gate.alignment ?? 'pending',
  };
}
