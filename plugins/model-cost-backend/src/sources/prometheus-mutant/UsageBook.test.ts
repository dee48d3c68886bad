import { Sample } from './PrometheusClient';
import { UsageBook } from './UsageBook';
import { UsageQuery } from './UsageQuery';

const service = 'modelyard.io/service';

function query(
  origin: string,
  measure: UsageQuery['measure'],
  labels: [string, string[]][] = [[service, ['svc']]],
): UsageQuery {
  return { origin, measure, expr: 'x', labels: new Map(labels) };
}

const sample = (labels: Record<string, string>, value?: number): Sample => ({
  labels: new Map(Object.entries(labels)),
  value,
});

describe('UsageBook', () => {
  it('believes the first that counts a service, also where it knows less', () => {
    const book = new UsageBook();
    book.add(query('istio', 'requests'), [sample({ svc: 'a' }, 10)]);
    book.add(query('vllm', 'requests'), [
      sample({ svc: 'a', modelyard_io_model_version: '3' }, 6),
      sample({ svc: 'a', modelyard_io_model_version: '4' }, 4),
      sample({ svc: 'b' }, 2),
    ]);
    book.add(query('vllm', 'promptTokens'), [
      sample({ svc: 'a', modelyard_io_model_version: '3' }, 600),
    ]);
    expect(
      book.usage.map(({ name, requests, promptTokens }) => ({
        name,
        requests,
        promptTokens,
      })),
    ).toEqual([
      { name: 'a', requests: 10, promptTokens: undefined },
      { name: 'b', requests: 2, promptTokens: undefined },
      { name: 'a:3', requests: undefined, promptTokens: 600 },
    ]);
    expect(book.notices).toEqual([
      'Counted by istio and again by vllm: taken from istio, not added (requests).',
    ]);
  });

  it('keeps versions and tenants of two origins apart', () => {
    const book = new UsageBook();
    const of = (version: string, value: number) =>
      sample({ svc: 'a', modelyard_io_model_version: version }, value);
    book.add(query('istio', 'requests'), [of('3', 1)]);
    book.add(query('vllm', 'requests'), [of('4', 2)]);
    book.add(query('vllm', 'promptTokens'), [
      sample({ svc: 'a', modelyard_io_tenant: 'T-1' }, 3),
      sample({ svc: 'a', modelyard_io_tenant: 't-1' }, 4),
    ]);
    expect(
      book.usage.map(({ requests, promptTokens }) => requests ?? promptTokens),
    ).toEqual([1, 2, 3, 4]);
    expect(book.notices).toEqual([]);
  });

  it('takes copied labels as they are, and a name as a label value', () => {
    const book = new UsageBook();
    const named = query('vllm', 'requests', [
      ['modelyard.io/model', ['model_name']],
    ]);
    book.add(named, [
      sample({ label_modelyard_io_model: 'T-001', model_name: 'x' }, 1),
      sample({ model_name: 'Qwen/Qwen3-32B' }, 1),
    ]);
    expect(book.usage.map(({ name }) => name)).toEqual([
      'T-001',
      'qwen-qwen3-32b',
    ]);
  });

  it('adds buckets, and never quantiles', () => {
    const book = new UsageBook();
    const merged = {
      ...query('istio', 'latencyBuckets'),
      secondsPerUnit: 0.001,
    };
    for (const svc of ['a', 'a'])
      book.add(merged, [
        sample({ svc, le: '100' }, 5),
        sample({ svc, le: '500.0' }, 10),
        sample({ svc, le: '+Inf' }, 10),
      ]);
    book.add(query('queries', 'latencyP99'), [
      sample({ svc: 'b' }, 1),
      sample({ svc: 'b' }, 3),
      sample({ svc: 'c' }, 3),
    ]);
    const [a, ...others] = book.usage;
    expect(a.latencySeconds?.p50).toBeCloseTo(0.1, 10);
    expect(a.latencySeconds?.p99).toBeCloseTo(0.492, 10);
    expect(others).toEqual([
      {
        name: 'c',
        labels: new Map([[service, 'c']]),
        latencySeconds: { p99: 3 },
      },
    ]);
  });

  it('tells what names nobody, and leaves out what is no number', () => {
    const book = new UsageBook();
    book.add(query('dcgm', 'gpuHoursUsed'), [
      sample({}, 3),
      sample({}, 0),
      sample({ svc: 'a' }, undefined),
    ]);
    expect(book.usage).toEqual([]);
    expect(book.notices).toEqual([
      'Left out: 1 series of dcgm whose labels name neither service nor model.',
    ]);
  });
});
