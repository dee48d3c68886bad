import {
  EnvironmentInput,
  RuntimeKey,
  runtimeKeyOf,
  runtimeOptions,
  serviceInputSchema,
  withoutEmpty,
} from '@modelyard/plugin-model-delivery-common';

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The values of a form, whatever they are, as an object. */
export function asValues(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {};
}

/** The runtime in the values of the form; KServe when none is chosen yet. */
export function runtimeOf(values: unknown): RuntimeKey {
  const { shape } = serviceInputSchema;
  const { success, data } = shape.runtime.safeParse(asValues(values).runtime);
  return success ? runtimeKeyOf(data) : 'kserve/standard';
}

/** A runtime as the service input has it. */
export function toRuntime(key: RuntimeKey) {
  const schema = serviceInputSchema.shape.runtime;
  const [kind, mode] = key.split('/');
  return schema.parse(mode === undefined ? { kind } : { kind, mode });
}

/** Whether a text is a runtime. */
export function isRuntimeKey(text: string): text is RuntimeKey {
  return Object.hasOwn(runtimeOptions, text);
}

/**
 * The environments in a value of the form: forms put empty ones where the
 * schema asks for at least one.
 */
export function environmentsOf(value: unknown): EnvironmentInput[] {
  const isEnvironment = (item: unknown): item is EnvironmentInput =>
    isRecord(item) && typeof item.name === 'string' && isRecord(item.resources);
  return Array.isArray(value) ? value.filter(isEnvironment) : [];
}

/** Name of a repository that has not been named yet. */
export function repositoryNameOf(service: unknown): string | undefined {
  return typeof service === 'string' && service !== ''
    ? `${service}-gitops`
    : undefined;
}

/** The values as they would be sent: without what is empty, repository named. */
export function draftOf(values: unknown): Record<string, unknown> {
  const draft = asValues(withoutEmpty(values));
  const name = repositoryNameOf(draft.name);
  return draft.repository || !name ? draft : { ...draft, repository: { name } };
}
