import { ServiceInput } from '@modelyard/plugin-model-delivery-common';
import { BackendApart } from './startBackendApart';

async function idOf(response: Response): Promise<string> {
  const body: unknown = await response.json();
  if (typeof body === 'object' && body !== null && 'id' in body)
    return String(body.id);
  throw new Error(`The scaffolder answered ${JSON.stringify(body)}`);
}

/** Runs the template `inference-service`, from the request until its task is completed. */
export async function runTemplate(
  backend: BackendApart,
  values: ServiceInput,
): Promise<void> {
  const created = await backend.post('scaffolder/v2/tasks', {
    templateRef: 'template:default/inference-service',
    values,
  });
  const id = await idOf(created);
  const status = await backend.untilEnded(id);
  if (status === 'completed') return;
  const events = await backend.get(`scaffolder/v2/tasks/${id}/events`);
  throw new Error(`The task has ${status}: ${await events.text()}`);
}
