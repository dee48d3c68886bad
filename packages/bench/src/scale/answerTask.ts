import { Measure } from '../report/Measure';

/** What a process that measures says in the end. */
export interface TaskAnswer {
  measures?: Measure[];
  /** With its stack. */
  failure?: string;
}

/** Measures what the parent process asks for, once, and tells it. */
export function answerTask<TTask>(
  measure: (task: TTask) => Promise<Measure[]>,
): void {
  process.once('message', async (task: TTask) => {
    let answer: TaskAnswer;
    try {
      answer = { measures: await measure(task) };
    } catch (error) {
      const failure = error instanceof Error ? error.stack : String(error);
      answer = { failure };
    }
    process.send?.(answer);
  });
}
