import { describeMachine } from './describeMachine';
import { formatMarkdown } from './formatTable';
import { Measure } from './Measure';

/** The page on which results are published. */
export function toReport(measures: Measure[]): string {
  return `# Benchmarks

Results of one run of \`yarn bench --write docs/benchmarks.md\`. What each measure does is in [packages/bench](../packages/bench/README.md). What counts is the **ratio** of two measurements of the same run; a time alone says more about the machine than about the code.

Measured on ${new Date().toISOString().slice(0, 10)} on ${describeMachine()}; Postgres 15 on the same machine.

${formatMarkdown(measures)}
`;
}
