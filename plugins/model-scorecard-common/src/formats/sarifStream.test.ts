import { fixture, fixtureText } from './__testUtils__/adapted';
import { sarifFormat } from './sarif';
import { summariseSarif } from './sarifStream';
import { sarifReport } from './sarifSummary';

async function* inPieces(text: string, size: number) {
  const bytes = new TextEncoder().encode(text);
  for (let start = 0; start < bytes.length; start += size)
    yield bytes.subarray(start, start + size);
}

async function streamed(text: string, size = 37) {
  const summary = await summariseSarif(inPieces(text, size));
  return summary.ok
    ? sarifReport({ document: undefined }, summary.value)
    : summary;
}

async function* manyResults(count: number) {
  yield '{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"Big"}},"results":[';
  for (let index = 0; index < count; index += 1)
    yield `${index ? ',' : ''}${JSON.stringify({
      ruleId: 'A',
      level: index % 2 ? 'error' : 'note',
      message: { text: 'x'.repeat(1000) },
    })}`;
  yield ']}]}';
}

describe('summariseSarif', () => {
  it.each([
    'eslint-9.39.5/report.sarif',
    'bandit-1.9.4/report.sarif',
    'sarif-schema/from-schema-several-runs.json',
    'sarif-schema/from-schema-not-scanned.json',
  ])('gives what the format gives for the whole of %s', async name => {
    const whole = sarifFormat.adapt({ document: fixture(name) });
    expect(await streamed(fixtureText(name))).toEqual(whole);
    expect(await streamed(`\uFEFF${fixtureText(name)}`, 1)).toEqual(whole);
  });

  it('refuses the same levels at the same places', async () => {
    const document = fixture('eslint-9.39.5/report.sarif');
    document.runs[0].results[1].level = 'fatal';
    expect(await streamed(JSON.stringify(document))).toEqual(
      sarifFormat.adapt({ document }),
    );
    delete document.runs[0].results[1].level;
    delete document.runs[0].tool.driver.name;
    expect(await streamed(JSON.stringify(document))).toMatchObject({
      ok: false,
      problems: [{ path: '/runs/0/tool/driver/name' }],
    });
  });

  it('knows no other version, and no empty file', async () => {
    expect(
      await streamed('{"version":"2.0.0","runs":[{"results":[1]}]}'),
    ).toMatchObject({
      ok: true,
      records: [{ invalid: true }],
    });
    expect(await streamed('{}')).toMatchObject({
      ok: false,
      problems: [{ path: '/version' }, { path: '/runs' }],
    });
  });

  it.each(['', '{"version":"2.1.0","runs":[', '{"version":NaN}', '[] []'])(
    'refuses %j',
    async text => {
      expect(await streamed(text)).toMatchObject({ ok: false });
    },
  );

  it('passes on when the source of the pieces fails', async () => {
    async function* broken() {
      yield '{';
      throw new Error('connection lost');
    }
    await expect(summariseSarif(broken())).rejects.toThrow('connection lost');
  });

  it('counts a file of 50,000 results', async () => {
    const summary = await summariseSarif(manyResults(50_000));
    expect(summary).toMatchObject({
      ok: true,
      value: { runs: [{ levels: { error: 25_000, note: 25_000 } }] },
    });
  });
});
