import { parseAllDocuments } from 'yaml';
import { context, service } from '../../__fixtures__/service';
import { inFolder, run, withTool } from '../../__fixtures__/tools';
import { plan } from '../../plan/plan';
import { YamlObject } from '../types';
import { CelPolicy, celVerdict, objectAt } from './__testUtils__/judges';

const { describeTool, title } = withTool('kustomize');

describeTool(title, () => {
  it.each(['dev', 'prod'])(
    'what is planned for %s is accepted by the policies beside it',
    environment => {
      const rules = {
        registries: ['registry.example.com'],
        licenses: ['Apache-2.0'],
      };
      const { files } = plan(service(), context({ rules }));
      const built = inFolder(files, cwd =>
        run('kustomize', ['build', `overlays/${environment}`], { cwd }),
      );
      const objects = parseAllDocuments(built).map(
        d => d.toJS() as YamlObject & { metadata: YamlObject },
      );
      const served = objects.filter(o => o.kind === 'InferenceService');
      expect(served).toHaveLength(1);
      const policy = objectAt<CelPolicy>(
        files,
        'policies/admission-policy/policy.yaml',
      );
      expect(served.map(o => celVerdict(policy, o))).toEqual([[]]);
      // Not for want of being looked at.
      const { annotations: _, ...metadata } = served[0].metadata;
      expect(celVerdict(policy, { ...served[0], metadata })).toContain(
        'annotations',
      );
    },
  );
});
