import { readReleases } from './readReleases';

const file = (path: string, content: string) => ({ path, content });

describe('readReleases', () => {
  it.each(['/__proto__/polluted', '/constructor/prototype/polluted'])(
    'lets no patch reach %s',
    path => {
      const files = [
        file('base/inferenceservice.yaml', 'metadata: {}\nspec: {}\n'),
        file('overlays/dev/kustomization.yaml', 'namespace: ml-dev\n'),
        file(
          'overlays/dev/inferenceservice.patch.yaml',
          `- { op: add, path: ${path}, value: yes }\n`,
        ),
      ];
      expect(() => readReleases(files)).toThrow(/overlays\/dev/);
      expect({}).not.toHaveProperty('polluted');
    },
  );
});
