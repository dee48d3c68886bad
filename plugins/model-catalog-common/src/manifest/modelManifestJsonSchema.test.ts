import { KubernetesValidatorFunctions } from '@backstage/catalog-model';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { isEntityRef } from '../entityRef';
import { modelManifestJsonSchema } from './modelManifestJsonSchema';
import { ModelManifestInput, modelManifestSchema } from './modelManifestSchema';

const ajv = addFormats(new Ajv({ allErrors: true }));
const isValid = ajv.compile(modelManifestJsonSchema());

const manifest = (): ModelManifestInput => ({
  apiVersion: 'modelyard.io/v1alpha1',
  kind: 'ModelManifest',
  metadata: { name: 'credit-risk', namespace: 'default', tags: ['risk'] },
  spec: {
    type: 'classifier',
    lifecycle: 'production',
    owner: 'group:default/risk-ml',
    aliases: { champion: '1' },
    versions: [
      {
        version: '1',
        createdAt: '2026-11-12T09:30:00Z',
        artifacts: [{ uri: 's3://m/1', digest: `sha256:${'a'.repeat(64)}` }],
        metrics: [{ name: 'roc_auc', value: 0.9 }],
        params: { seed: 7, fair: true },
        card: 'cards/1.md',
      },
    ],
  },
});

describe('modelManifestJsonSchema', () => {
  it('accepts what the reader accepts', () => {
    expect(modelManifestSchema.safeParse(manifest()).success).toBe(true);
    expect({ valid: isValid(manifest()), errors: isValid.errors }).toEqual({
      valid: true,
      errors: null,
    });
  });

  it.each<[string, (spec: ModelManifestInput['spec']) => void, string]>([
    [
      'a digest that is none',
      ({ versions = [] }) => {
        versions[0].artifacts = [{ uri: 's3://m/1', digest: 'sha256:1' }];
      },
      '/spec/versions/0/artifacts/0/digest',
    ],
    [
      'an owner that is no ref',
      spec => {
        spec.owner = 'a:b:c';
      },
      '/spec/owner',
    ],
    [
      'a key that no manifest has',
      spec => {
        Object.assign(spec, { licence: 'MIT' });
      },
      '/spec',
    ],
    [
      'a time without its zone',
      ({ versions = [] }) => {
        versions[0].createdAt = '2026-11-12T09:30:00';
      },
      '/spec/versions/0/createdAt',
    ],
  ])('refuses %s', (_title, change, path) => {
    const changed = manifest();
    change(changed.spec);
    expect(isValid(changed)).toBe(false);
    expect(isValid.errors?.map(error => error.instancePath)).toContain(path);
  });

  const piece = fc.constantFrom('a', 'Z', '9', '-', '.', '_', ':', '/', ' ');
  const ref = fc
    .array(fc.oneof(piece, fc.constant('x'.repeat(62))), { maxLength: 7 })
    .map(pieces => pieces.join(''))
    .filter(text => text === text.trim() && text.length < 256);

  it('tells refs and names from other texts as the reader does', () => {
    const valid = (change: (m: ModelManifestInput) => void) => {
      const changed = manifest();
      change(changed);
      return isValid(changed);
    };
    fc.assert(
      fc.property(ref, text => {
        expect(valid(m => Object.assign(m.spec, { owner: text }))).toBe(
          isEntityRef(text),
        );
        expect(valid(m => Object.assign(m.metadata, { name: text }))).toBe(
          KubernetesValidatorFunctions.isValidObjectName(text),
        );
        expect(valid(m => Object.assign(m.metadata, { namespace: text }))).toBe(
          KubernetesValidatorFunctions.isValidNamespace(text),
        );
      }),
      { numRuns: 2000 },
    );
  });
});
