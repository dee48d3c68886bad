import { VersionDetail } from '@modelyard/plugin-model-catalog-common';
import { compareVersions as compareSides } from './compareVersions';

function version(name: string, more: Partial<VersionDetail>): VersionDetail {
  return {
    version: name,
    createdAt: '2026-11-12T09:30:00.000Z',
    status: 'ready',
    aliases: [],
    digest: 'sha256:a',
    digestKind: 'content',
    metrics: [],
    artifacts: [],
    params: {},
    datasets: [],
    links: [],
    source: { id: 'examples', nativeId: name },
    ...more,
  };
}

const compareVersions = (left: VersionDetail, right: VersionDetail) =>
  compareSides(
    { model: { ref: 'model:default/a', license: 'MIT' }, version: left },
    { model: { ref: 'model:default/b' }, version: right },
  );

describe('compareVersions', () => {
  it('says which value is better, and nothing where nobody knows', () => {
    const left = version('7', {
      metrics: [
        { name: 'roc_auc', value: 0.5, higherIsBetter: true },
        { name: 'log_loss', value: 0.5, higherIsBetter: false },
        { name: 'size', value: 1 },
        { name: 'same', value: 1, higherIsBetter: true },
        { name: 'old', value: 1 },
      ],
    });
    const right = version('8', {
      metrics: [
        { name: 'roc_auc', value: 0.75, higherIsBetter: true },
        { name: 'log_loss', value: 0.75, higherIsBetter: false },
        { name: 'size', value: 3 },
        { name: 'same', value: 1, higherIsBetter: true },
        { name: 'new', value: 2 },
      ],
    });
    expect(compareVersions(left, right).metrics).toEqual([
      {
        name: 'roc_auc',
        left: 0.5,
        right: 0.75,
        change: 0.25,
        better: 'right',
      },
      {
        name: 'log_loss',
        left: 0.5,
        right: 0.75,
        change: 0.25,
        better: 'left',
      },
      { name: 'size', left: 1, right: 3, change: 2 },
      { name: 'same', left: 1, right: 1, change: 0 },
      { name: 'old', left: 1 },
      { name: 'new', right: 2 },
    ]);
  });

  it('keeps the splits of a metric apart', () => {
    const metrics = [
      { name: 'f1', value: 0.9, split: 'train' },
      { name: 'f1', value: 0.8, split: 'test' },
    ];
    const compared = compareVersions(
      version('7', { metrics }),
      version('8', { metrics: metrics.slice(1) }),
    );
    expect(compared.metrics).toEqual([
      { name: 'f1 (train)', left: 0.9 },
      { name: 'f1 (test)', left: 0.8, right: 0.8, change: 0 },
    ]);
  });

  it('puts parameters, datasets and artifacts side by side', () => {
    const compared = compareVersions(
      version('7', {
        params: { depth: '6', seed: '1' },
        datasets: [{ name: 'loans', role: 'test', digest: 'sha256:a' }],
        artifacts: [{ uri: 's3://b/7/model.pkl', digest: 'sha256:a' }],
        card: { text: '# Card\n\nold\n' },
      }),
      version('8', {
        params: { depth: '7' },
        datasets: [{ name: 'loans', role: 'test' }],
        artifacts: [{ uri: 's3://b/8/model.pkl', digest: 'sha256:b' }],
        card: { text: '# Card\n\nnew\n' },
      }),
    );
    expect(compared.params).toEqual([
      { name: 'depth', left: '6', right: '7' },
      { name: 'seed', left: '1' },
    ]);
    expect(compared.datasets).toEqual([
      { name: 'loans (test)', left: 'sha256:a', right: 'no digest' },
    ]);
    expect(compared.artifacts).toEqual([
      { name: 'model.pkl', left: 'sha256:a', right: 'sha256:b' },
    ]);
    expect(compared.left).not.toHaveProperty('card');
    expect(compared.card).toEqual({
      changes: [
        { kind: 'same', text: '# Card\n\n' },
        { kind: 'removed', text: 'old\n' },
        { kind: 'added', text: 'new\n' },
      ],
      truncated: false,
    });
    expect(compared.license).toEqual({ left: 'MIT' });
    expect(compared.models).toEqual({
      left: 'model:default/a',
      right: 'model:default/b',
    });
  });

  it('gives up on cards that have nothing in common, in bounded time', () => {
    const lines = (word: string) =>
      Array.from({ length: 5000 }, (_, n) => `${word} ${n}\n`).join('');
    const { card } = compareVersions(
      version('7', { card: { text: lines('a') } }),
      version('8', { card: { text: lines('b') } }),
    );
    expect(card?.truncated).toBe(true);
    expect(card?.changes.map(change => change.kind)).toEqual([
      'removed',
      'added',
    ]);
  });

  it('knows the direction of common metrics, and of no other', () => {
    const metrics = ['test_rmse', 'train/F1', 'widgets'].map(name => ({
      name,
      value: 1,
    }));
    const more = metrics.map(metric => ({ ...metric, value: 2 }));
    expect(
      compareVersions(
        version('7', { metrics }),
        version('8', { metrics: more }),
      ).metrics.map(metric => metric.better),
    ).toEqual(['left', 'right', undefined]);
  });
});
