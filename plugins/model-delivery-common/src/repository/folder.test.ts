import { parseAllDocuments } from 'yaml';
import { context, environment, service } from '../__fixtures__/service';
import { checkServiceInput } from '../input/checkServiceInput';
import { ServiceInput } from '../input/serviceInputSchema';
import { plan } from '../plan/plan';

const url = 'https://git.example.com/platform/monorepo.git';
const repository = (
  changes: Partial<ServiceInput['repository']> = {},
): ServiceInput['repository'] => ({
  name: 'monorepo',
  url,
  path: 'services/credit-risk-api',
  ...changes,
});

function filesOf(changes: Partial<ServiceInput>) {
  const { files } = plan(service(changes), context());
  return new Map(files.map(({ path, content }) => [path, content]));
}

function objectsIn(text: string | undefined) {
  return parseAllDocuments(text ?? '').map(document => document.toJS());
}

const rootOnly = [
  '.github/workflows/ci.yaml',
  '.pre-commit-config.yaml',
  'CODEOWNERS',
  'renovate.json',
];

describe('a service in a folder of a repository', () => {
  it.each(['argocd', 'flux'] as const)(
    'has the files of a repository of its own with %s, but those of the root',
    controller => {
      const own = filesOf({
        controller,
        repository: repository({ path: undefined }),
      });
      const folder = filesOf({ controller, repository: repository() });
      const places =
        controller === 'argocd'
          ? 'argocd/applicationset.yaml'
          : 'flux/environments.yaml';
      const differing = [...own.keys()].filter(
        path => folder.get(path) !== own.get(path),
      );
      expect(differing.sort()).toEqual(
        [...rootOnly, 'README.md', places].sort(),
      );
      expect([...folder.keys()].filter(path => !own.has(path))).toEqual([]);
    },
  );

  it('is found by Argo CD in its folder', () => {
    const files = filesOf({ controller: 'argocd', repository: repository() });
    const [set] = objectsIn(files.get('argocd/applicationset.yaml'));
    expect(set.spec.template.spec.source.path).toBe(
      'services/credit-risk-api/overlays/{{.environment}}',
    );
  });

  it('is found by Flux in its folder', () => {
    const files = filesOf({
      controller: 'flux',
      environments: [environment('dev')],
      repository: repository(),
    });
    const [kustomization] = objectsIn(files.get('flux/environments.yaml'));
    expect(kustomization.spec.path).toBe(
      './services/credit-risk-api/overlays/dev',
    );
  });

  it('tells how the pipeline of the repository checks it', () => {
    const input = service({ repository: repository(), policies: ['kyverno'] });
    const { findings, files } = plan(input, context());
    expect(findings).toContainEqual({
      severity: 'info',
      field: '/pipeline',
      message: expect.stringContaining('services/credit-risk-api/ci'),
    });
    const readme = files.find(({ path }) => path === 'README.md')?.content;
    expect(readme).toContain('`ci/schemas.sh`');
    expect(readme).not.toContain('`ci/policies.sh`');
  });

  it.each([
    ['/repository/path', repository({ path: '../other' })],
    ['/repository/path', repository({ path: '/etc' })],
    ['/repository/path', repository({ path: 'services/.git' })],
    ['/repository/path', repository({ path: 'a//b' })],
    ['/repository/path', repository({ path: '${{ values.name }}' })],
    ['/repository/path', repository({ path: 'a/b/c/d/e/f/g/h/i' })],
    ['/repository/project', repository({ project: 'ML&repo=x' })],
    ['/repository/url', repository({ url: undefined })],
    ['/repository/url', { name: 'own', change: 'pull-request' as const }],
  ])('is refused at %s: %j', (field, place) => {
    const { input, findings } = checkServiceInput(
      service({ repository: place }),
    );
    expect(input).toBeUndefined();
    expect(findings).toContainEqual(expect.objectContaining({ field }));
  });

  it.each([
    repository(),
    repository({ path: undefined, change: 'pull-request' }),
    repository({ path: undefined, change: 'commit' }),
  ])('is accepted: %j', place => {
    expect(checkServiceInput(service({ repository: place })).findings).toEqual(
      [],
    );
  });
});
