import { createBackendModule } from '@backstage/backend-plugin-api';
import { eventsServiceRef } from '@backstage/plugin-events-node';

const ended = ['completed', 'failed', 'cancelled'];

function textOf(payload: unknown, key: string): string | undefined {
  if (typeof payload !== 'object' || payload === null) return undefined;
  const value: unknown = Reflect.get(payload, key);
  return typeof value === 'string' ? value : undefined;
}

/**
 * Hears from the scaffolder that a task has ended. Asking for the task again and
 * again would keep the backend busy that is measured, and the stream of its events
 * looks into the database only once a second.
 */
export function taskEvents(onEnd: (id: string, status: string) => void) {
  return createBackendModule({
    pluginId: 'scaffolder',
    moduleId: 'bench',
    register: reg => {
      reg.registerInit({
        deps: { events: eventsServiceRef },
        init: ({ events }) =>
          events.subscribe({
            id: 'bench-tasks',
            topics: ['scaffolder.task'],
            onEvent: async ({ eventPayload }) => {
              const id = textOf(eventPayload, 'id');
              const status = textOf(eventPayload, 'status');
              if (id && status && ended.includes(status)) onEnd(id, status);
            },
          }),
      });
    },
  });
}
