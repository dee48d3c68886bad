import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { fork } from 'node:child_process';
import { Measure } from '../report/Measure';
import { ScaleAnswer, ScaleTask } from './scaleProcess';

/** The loader that runs TypeScript sends messages of its own. */
function isAnswer(message: unknown): message is ScaleAnswer {
  return (
    typeof message === 'object' &&
    message !== null &&
    ('measures' in message || 'failure' in message)
  );
}

/** Measures in a process of its own, whose memory nothing before has stretched. */
export function measureScaleApart(task: ScaleTask): Promise<Measure[]> {
  const child = fork(
    resolvePackagePath('@modelyard/bench', 'src/scale/scaleProcess.ts'),
  );
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
