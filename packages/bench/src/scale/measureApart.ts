import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { fork } from 'node:child_process';
import { Measure } from '../report/Measure';
import { TaskAnswer } from './answerTask';

/** The loader that runs TypeScript sends messages of its own. */
function isAnswer(message: unknown): message is TaskAnswer {
  return (
    typeof message === 'object' &&
    message !== null &&
    ('measures' in message || 'failure' in message)
  );
}

/**
 * Measures in a process of its own, whose memory nothing before has stretched.
 *
 * @param file - of this package, which calls `answerTask`
 */
export function measureApart(file: string, task: object): Promise<Measure[]> {
  const child = fork(resolvePackagePath('@modelyard/bench', file));
  const measured = new Promise<Measure[]>((resolve, reject) => {
    child.on('message', message => {
      if (!isAnswer(message)) return;
      if (message.measures) resolve(message.measures);
      else reject(new Error(message.failure));
    });
    child.on('exit', code =>
      reject(new Error(`The process that measures ended with code ${code}`)),
    );
  });
  child.send(task);
  return measured.finally(() => child.kill());
}
