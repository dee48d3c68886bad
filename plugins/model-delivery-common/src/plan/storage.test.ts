import { context, digestOf, service } from '../__fixtures__/service';
import { resolveStorage } from './storage';
import { PlannedArtifact, ResolvedModelVersion } from './types';

function resolve(
  artifacts: PlannedArtifact[],
  changes: Partial<ResolvedModelVersion> = {},
) {
  const { model } = context();
  if (!model) throw new Error('the fixture has a model');
  return resolveStorage({ ...model, artifacts, ...changes }, service());
}

function errors(uri: string): string[] {
  return resolve([{ uri, format: 'joblib' }])
    .findings.filter(f => f.severity === 'error')
    .map(f => f.message);
}

describe('resolveStorage', () => {
  it('takes one file as it is', () => {
    const uri = 's3://models/credit-risk/7/model.joblib';
    const { storage, findings } = resolve([{ uri, format: 'joblib' }]);
    expect(storage).toMatchObject({ storageUri: uri, modelFormat: 'sklearn' });
    expect(findings).toEqual([]);
  });

  it('takes the folder that several files share', () => {
    const { storage } = resolve([
      { uri: 'gs://bucket/llm/2/config.json', format: 'json' },
      { uri: 'gs://bucket/llm/2/tokenizer.json', format: 'json' },
      { uri: 'gs://bucket/llm/2/weights/model.safetensors' },
    ]);
    expect(storage).toMatchObject({
      storageUri: 'gs://bucket/llm/2',
      modelFormat: 'huggingface',
    });
  });

  it('refuses files that share only a bucket', () => {
    const { findings } = resolve([
      { uri: 's3://bucket/7/a.joblib' },
      { uri: 's3://bucket/8/b.joblib' },
    ]);
    expect(findings[0]).toMatchObject({
      severity: 'error',
      field: '/model/version',
    });
  });

  it('falls back to the address of the version', () => {
    const { storage } = resolve([], { storageUri: 's3://bucket/run/model' });
    expect(storage.storageUri).toBe('s3://bucket/run/model');
    expect(resolve([]).findings[0].severity).toBe('error');
  });

  it.each([
    'mlflow://models/credit-risk/7',
    'models:/credit-risk@champion',
    'runs:/abc/model',
    'file:///srv/model.joblib',
    'http://host/model.joblib',
    '../model.joblib',
    'hf://org/model',
    'hf://org/model:main',
    'oci://registry.example.com/model:7',
    's3://bucket',
    's3://bucket/../other/model',
    's3://bucket/a b',
    's3://bucket/x"\nprivileged: true',
  ])('refuses %j', uri => {
    expect(errors(uri)).toHaveLength(1);
  });

  it.each([
    `hf://org/model:${'a'.repeat(40)}`,
    `oci://registry.example.com/model@${digestOf('b')}`,
    'pvc://models/credit-risk/7',
    'https://host/model.joblib',
  ])('accepts %s', uri => {
    expect(errors(uri)).toEqual([]);
  });

  it('warns when no runtime is known for the format', () => {
    const { storage, findings } = resolve([
      { uri: 's3://bucket/7/model.bin', format: 'homemade' },
    ]);
    expect(storage.modelFormat).toBe('custom');
    expect(findings.map(f => f.severity)).toEqual(['warning']);
  });

  it('allows more time for a larger model', () => {
    const uri = 's3://bucket/7/model.onnx';
    const small = resolve([{ uri, sizeBytes: 1024 }]).storage.loadSeconds;
    const large = resolve([{ uri, sizeBytes: 50e9 }]).storage.loadSeconds;
    expect(large).toBeGreaterThan(small + 900);
  });
});
