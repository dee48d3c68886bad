import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { CelInput, run } from '@bufbuild/cel';
import { evaluate } from '../evaluation/evaluate';
import { CheckPack } from './CheckPack';
import { CheckContext } from './compileCheck';
import { loadPack } from './loadPack';
import { factsOfFixture } from './packFixtures';

const pack = loadPack(
  readFileSync(
    resolve(__dirname, '../../../../examples/packs/default.yaml'),
    'utf8',
  ),
);

interface Asked {
  id: string;
  expr: string;
  context: CheckContext;
  answer: boolean | 'throws';
}

/** Every question that the fixtures put to the first engine, with its answer. */
function questionsOf(given: CheckPack): Asked[] {
  const asked: Asked[] = [];
  const checks = given.checks.map(check => ({
    ...check,
    program: (context: CheckContext) => {
      const question = { id: check.id, expr: check.expr, context };
      try {
        const answer = check.program(context);
        asked.push({ ...question, answer });
        return answer;
      } catch (error) {
        asked.push({ ...question, answer: 'throws' });
        throw error;
      }
    },
  }));
  for (const fixture of given.fixtures) {
    const facts = factsOfFixture({ ...given, checks }, fixture);
    if ('message' in facts) throw new Error(facts.message);
    evaluate(facts);
  }
  return asked;
}

/** Objects with a prototype: bufbuild knows no others, and no JavaScript Date. */
function plain({
  producedAt,
  ...rest
}: CheckContext): Record<string, CelInput> {
  return JSON.parse(
    JSON.stringify({ ...rest, producedText: producedAt.toISOString() }),
  );
}

function secondOpinion({ expr, context }: Asked): unknown {
  try {
    return run(
      expr.replace(/\bproducedAt\b/g, 'timestamp(producedText)'),
      plain(context),
    );
  } catch {
    return 'throws';
  }
}

describe('the default pack', () => {
  const asked = questionsOf(pack);

  it('puts every expression to both engines, with both answers', () => {
    for (const { id } of pack.checks) {
      const answers = asked.filter(q => q.id === id).map(q => q.answer);
      expect([id, answers.includes(true)]).toEqual([id, true]);
      expect([id, answers.includes(false)]).toEqual([
        id,
        id !== 'prov.signature',
      ]);
    }
  });

  it('means the same to them in every fixture', () => {
    for (const question of asked)
      expect([question.id, secondOpinion(question)]).toEqual([
        question.id,
        question.answer,
      ]);
  });
});
