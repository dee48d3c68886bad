import { PlannedEnvironment } from '../plan/selectEnvironments';
import { RepositoryModel, YamlObject } from '../repository/types';
import { kedaTrigger } from './keda';
import { makeObject } from './objects';
import { ObjectType } from './Runtime';

const hpaType: ObjectType = {
  group: 'autoscaling',
  version: 'v2',
  kind: 'HorizontalPodAutoscaler',
};
const scaledObjectType: ObjectType = {
  group: 'keda.sh',
  version: 'v1alpha1',
  kind: 'ScaledObject',
};
const vpaType: ObjectType = {
  group: 'autoscaling.k8s.io',
  version: 'v1',
  kind: 'VerticalPodAutoscaler',
};

/** What scales a Deployment or a Rollout. */
export const scalerTypes = [hpaType, scaledObjectType, vpaType];

const settleSeconds = 300;

interface TargetRef extends YamlObject {
  apiVersion: string;
  kind: string;
  name: string;
}

/** At most one object that scales the target; none for fixed replicas. */
export function scalersOf(
  repository: RepositoryModel,
  { input: { scaling } }: PlannedEnvironment,
  targetRef: TargetRef,
): YamlObject[] {
  if (scaling?.kind === 'hpa') {
    const { minReplicas, maxReplicas, metric, target } = scaling;
    const resource = {
      name: metric,
      target: { type: 'Utilization', averageUtilization: target },
    };
    const spec = {
      scaleTargetRef: targetRef,
      minReplicas,
      maxReplicas,
      metrics: [{ type: 'Resource', resource }],
      behavior: { scaleDown: { stabilizationWindowSeconds: settleSeconds } },
    };
    return [makeObject(repository, hpaType, { spec })];
  }
  if (scaling?.kind === 'keda') {
    const { minReplicas, maxReplicas, trigger } = scaling;
    const spec = {
      scaleTargetRef: targetRef,
      minReplicaCount: minReplicas,
      maxReplicaCount: maxReplicas,
      pollingInterval: 30,
      cooldownPeriod: settleSeconds,
      // When the trigger's source does not answer, the service goes on.
      fallback: { failureThreshold: 3, replicas: Math.max(minReplicas, 1) },
      triggers: [kedaTrigger(trigger)],
    };
    return [makeObject(repository, scaledObjectType, { spec })];
  }
  if (scaling?.kind === 'vpa') {
    const spec = { targetRef, updatePolicy: { updateMode: 'Off' } };
    return [makeObject(repository, vpaType, { spec })];
  }
  return [];
}
