import { channel } from 'node:diagnostics_channel';
import { IncomingMessage } from 'node:http';
import { DatabaseServiceStore } from '../database/DatabaseServiceStore';
import { BareRepositoryMaker } from '../git/BareRepositoryMaker';
import { GitRunner } from '../git/GitRunner';

const tasks = '/api/scaffolder/v2/tasks';
const plans = '/api/model-delivery/plans';
const services = '/api/model-delivery/services';

/**
 * Moments of a template run, in their order: what is asked and answered between
 * browser, scaffolder and delivery, and what delivery is about to do.
 */
export const moments = [
  `answered ${tasks}`,
  `asked ${plans}`,
  `answered ${plans}`,
  `asked ${services}`,
  'claims the name',
  'makes the repository',
  'git fast-import',
  'git update-ref',
  'indexes the service',
  `answered ${services}`,
] as const;

/** One of {@link moments}. */
export type Moment = (typeof moments)[number];

/** When a process is to die. */
export interface Death {
  at: Moment;
  /** Milliseconds from the moment on. */
  afterMs: number;
}

/** Express shortens the path of a request while it looks for who answers it. */
function watchRequests(reach: (moment: string) => void): void {
  const paths = new WeakMap<IncomingMessage, string>();
  const tell = (name: string, request: IncomingMessage) => {
    const path = paths.get(request) ?? request.url?.split('?')[0] ?? '';
    paths.set(request, path);
    if (request.method === 'POST') reach(`${name} ${path}`);
  };
  channel('http.server.request.start').subscribe(message =>
    tell('asked', requestOf(message)),
  );
  channel('http.server.response.finish').subscribe(message =>
    tell('answered', requestOf(message)),
  );
}

function requestOf(message: unknown): IncomingMessage {
  return (message as { request: IncomingMessage }).request;
}

/** Calls back before a method does its work. */
function watchMethod<TName extends string>(
  owner: Record<TName, (...args: never[]) => unknown>,
  name: TName,
  reach: () => void,
): void {
  const work = owner[name];
  owner[name] = function watched(...args) {
    reach();
    return work.apply(this, args);
  };
}

/** Calls back at every moment of this process. */
export function watchMoments(reach: (moment: string) => void): void {
  watchRequests(reach);
  watchMethod(DatabaseServiceStore.prototype, 'claim', () =>
    reach('claims the name'),
  );
  watchMethod(BareRepositoryMaker.prototype, 'ensure', () =>
    reach('makes the repository'),
  );
  watchMethod(DatabaseServiceStore.prototype, 'put', () =>
    reach('indexes the service'),
  );
  const { run } = GitRunner.prototype;
  GitRunner.prototype.run = function watched(call) {
    reach(`git ${call.args.find(arg => !arg.startsWith('-'))}`);
    return run.call(this, call);
  };
}
