import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';
import { fork } from 'node:child_process';
import { HubReady, HubTask } from './hubProcess';
import { idOf, organization } from './hubShapes';
import { UnchangedPlace } from './UnchangedSource';

/** The loader that runs TypeScript sends messages of its own. */
function isReady(message: unknown): message is HubReady {
  return typeof message === 'object' && message !== null && 'port' in message;
}

/** Type `huggingface`: an organisation, and as many models by name, on a server of the Hub's shapes with its own process. */
export async function startHub(models: number): Promise<UnchangedPlace> {
  const child = fork(
    resolvePackagePath('@modelyard/bench', 'src/unchanged/hubProcess.ts'),
  );
  const { port } = await new Promise<HubReady>((resolve, reject) => {
    child.on('message', message => {
      if (isReady(message)) resolve(message);
    });
    child.on('exit', code =>
      reject(new Error(`The server in the Hub's place ended with ${code}`)),
    );
    child.send({ models } satisfies HubTask);
  });
  const origin = `http://127.0.0.1:${port}`;
  const toSource = (title: string, selection: JsonObject) => ({
    title,
    // The Hub shows one version of each: the commit that `main` points to.
    versions: models,
    origin,
    toConfig: () => ({ type: 'huggingface', baseUrl: origin, ...selection }),
  });
  return {
    sources: [
      toSource('Hugging Face organisation', { organization }),
      toSource('Hugging Face allow-list', {
        models: Array.from({ length: models }, (_, index) => idOf(index)),
      }),
    ],
    remove: async () => {
      child.kill();
    },
  };
}
