import { subscribe } from 'node:diagnostics_channel';

const counts = new Map<string, number>();

/** What undici tells of a request that it begins. */
function originOf(message: unknown): string | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  if (!('request' in message)) return undefined;
  const { request } = message;
  if (typeof request !== 'object' || request === null) return undefined;
  return 'origin' in request ? String(request.origin) : undefined;
}

let isCounting = false;

/** Requests that this process has sent to an origin since it was first asked. */
export function countCalls(origin: string): number {
  if (!isCounting) {
    isCounting = true;
    subscribe('undici:request:create', message => {
      const to = originOf(message);
      if (to !== undefined) counts.set(to, (counts.get(to) ?? 0) + 1);
    });
  }
  return counts.get(origin) ?? 0;
}
