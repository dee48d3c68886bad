import { TranslationFunction } from '@backstage/frontend-plugin-api';
import { modelDeliveryTranslationRef } from '../../translation';
import { stepsOf } from './fieldErrors';

/** How this plugin's texts are read. */
export type Translate = TranslationFunction<
  (typeof modelDeliveryTranslationRef)['T']
>;

const named = [
  'name',
  'description',
  'owner',
  'system',
  'model',
  'ref',
  'version',
  'runtime',
  'image',
  'serving',
  'job',
  'environments',
  'namespace',
  'resources',
  'cpu',
  'memory',
  'gpu',
  'count',
  'scaling',
  'replicas',
  'minReplicas',
  'maxReplicas',
  'target',
  'rollout',
  'percent',
  'placement',
  'nodeSelector',
  'tolerations',
  'quota',
  'trigger',
  'cron',
  'timeZone',
  'monitoring',
  'secrets',
  'env',
  'labels',
  'annotations',
  'controller',
  'policies',
  'pipeline',
  'terraform',
  'syncWindows',
  'costCenter',
  'tenant',
  'repository',
  'url',
  'path',
  'project',
  'change',
] as const;

type Named = (typeof named)[number];

function isNamed(step: string): step is Named {
  return (named as readonly string[]).includes(step);
}

/** What lies at a JSON Pointer; undefined when nothing does. */
export function valueAt(values: unknown, pointer: string): unknown {
  return stepsOf(pointer).reduce<unknown>(
    (at, step) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, step)
        ? Object.entries(at).find(([key]) => key === step)?.[1]
        : undefined,
    values,
  );
}

/** What people call a field of the service input: "CPU in prod". */
export function fieldName(
  t: Translate,
  pointer: string,
  values: unknown,
): string {
  const steps = stepsOf(pointer);
  const word = (step: string) =>
    isNamed(step) ? t(`fieldNames.${step}`) : step;
  const [first, second, ...rest] = steps;
  if (first === undefined) return t('fieldNames.whole');
  if (first === 'repository' && second !== undefined)
    return word(second === 'name' ? 'repository' : second);
  if (first === 'environments' && second !== undefined) {
    const name = valueAt(values, `/environments/${second}/name`);
    const environment = typeof name === 'string' ? name : second;
    const what = rest.filter(step => isNamed(step) || rest.length === 1).pop();
    return what === undefined
      ? environment
      : t('fieldNames.inEnvironment', { field: word(what), environment });
  }
  return steps.map(word).join(', ');
}
