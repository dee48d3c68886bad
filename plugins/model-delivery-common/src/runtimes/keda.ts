import { EnvironmentInput, JobInput } from '../input/serviceInputSchema';
import { YamlObject } from '../repository/types';

type Scaling = NonNullable<EnvironmentInput['scaling']>;
type ScalingTrigger = Extract<Scaling, { kind: 'keda' }>['trigger'];

/** What KEDA follows. */
export type KedaTrigger =
  | ScalingTrigger
  | Exclude<NonNullable<JobInput['trigger']>, { kind: 'schedule' }>;

function metadataOf(trigger: KedaTrigger): Record<string, string> {
  if (trigger.kind === 'prometheus') {
    const { serverAddress, query, threshold } = trigger;
    return { serverAddress, query, threshold: String(threshold) };
  }
  const { bootstrapServers, topic, consumerGroup, lagThreshold } = trigger;
  return {
    bootstrapServers,
    topic,
    consumerGroup,
    lagThreshold: String(lagThreshold),
  };
}

/** A trigger as KEDA writes it. */
export function kedaTrigger(trigger: KedaTrigger): YamlObject {
  return {
    type: trigger.kind === 'kafka' ? 'kafka' : 'prometheus',
    metadata: metadataOf(trigger),
    ...(trigger.authentication && {
      authenticationRef: { name: trigger.authentication },
    }),
  };
}
