import knexFactory from 'knex';
import { StoredEvidence } from '@modelyard/plugin-model-scorecard-common';
import { evaluatorOn, origin, record, version } from './stores';

/**
 * Hands in evidence and evaluates it, over and over, from a message on until it is
 * killed; run as a process of its own.
 */
async function run(config: object, first: number): Promise<void> {
  const { evaluator, facts } = evaluatorOn(knexFactory(config));
  for (let i = first; ; i += 1) {
    const value = (i % 5) / 10;
    const evidence: StoredEvidence = {
      ...record(`e${i}`),
      producedAt: new Date(Date.UTC(2026, 0, 1, 0, 0, i)).toISOString(),
      metrics: [{ key: 'spd', value }],
    };
    await facts.addEvidence([evidence], origin);
    process.send?.('stored');
    await evaluator.refresh(version('7'));
  }
}

process.once('message', () => {
  run(JSON.parse(process.argv[2]), Number(process.argv[3])).catch(error => {
    process.send?.(String(error));
    process.exit(1);
  });
});
