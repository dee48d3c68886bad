import { evaluate } from '@marcbachmann/cel-js';
import { stringify } from 'yaml';
import { context, service } from '../../__fixtures__/service';
import { inFolder, run, withTool } from '../../__fixtures__/tools';
import { plan } from '../../plan/plan';
import { celValidations, isInferenceExpression } from './rules';
import { allowedSample, deniedSample } from './samples';

const component = { 'app.kubernetes.io/component': 'ai-inference' };
const label = { 'responsible-ai-compliance': 'conditional' };
const annotation = { 'ai-alignment-status': 'pending' };

function deployment(
  labels?: Record<string, string>,
  annotations?: Record<string, string>,
  podLabels?: Record<string, string>,
) {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name: 'd',
      ...(labels && { labels }),
      ...(annotations && { annotations }),
    },
    spec: {
      template: { metadata: { ...(podLabels && { labels: podLabels }) } },
    },
  };
}

const cases: [string, object, string[]][] = [
  ['a labelled service', allowedSample, []],
  [
    'an unlabelled service',
    deniedSample,
    ['responsible-ai-compliance', 'ai-alignment-status'],
  ],
  [
    'a labelled deployment',
    deployment({ ...component, ...label }, annotation),
    [],
  ],
  [
    'a deployment without the annotation',
    deployment({ ...component, ...label }),
    ['ai-alignment-status'],
  ],
  [
    'a deployment without the label',
    deployment(component, annotation),
    ['responsible-ai-compliance'],
  ],
  [
    'a deployment whose label is empty',
    deployment({ ...component, 'responsible-ai-compliance': '' }, annotation),
    ['responsible-ai-compliance'],
  ],
  [
    'a deployment that only its Pods give away',
    deployment(undefined, undefined, component),
    ['responsible-ai-compliance', 'ai-alignment-status'],
  ],
  [
    'another component',
    deployment({ 'app.kubernetes.io/component': 'web' }),
    [],
  ],
  ['a bare deployment', deployment(), []],
];

describe('the CEL policies', () => {
  it.each(cases)('judge %s', (_, object, missing) => {
    const concerned = evaluate(isInferenceExpression, { object });
    const messages = celValidations
      .filter(v => concerned && !evaluate(v.expression, { object }))
      .map(v => v.message);
    expect(messages).toHaveLength(missing.length);
    missing.forEach((key, i) => expect(messages[i]).toContain(key));
  });

  it('are bound: the admission policy has its binding', () => {
    const { files } = plan(service(), context());
    const binding = files.find(
      f => f.path === 'policies/admission-policy/binding.yaml',
    );
    expect(binding?.content).toContain('policyName: modelyard-responsible-ai');
    expect(binding?.content).toContain('- Deny');
  });
});

const { describeTool, title } = withTool('gator');

describeTool(title, () => {
  const { files } = plan(service(), context());

  it('verifies the suite of the repository', () => {
    const output = inFolder(files, cwd =>
      run('gator', ['verify', '-v', 'policies/gatekeeper/suite.yaml'], { cwd }),
    );
    expect(output.match(/--- PASS: (un)?labelled/g)).toHaveLength(2);
  });

  it.each(cases)('judges %s', (_, object, missing) => {
    const object_ = { path: 'object.yaml', content: stringify(object) };
    const output = inFolder([...files, object_], cwd =>
      run(
        'sh',
        [
          '-c',
          'gator test -o json -f policies/gatekeeper/template.yaml -f policies/gatekeeper/constraint.yaml -f object.yaml || test $? -eq 1',
        ],
        { cwd },
      ),
    );
    const violations: { msg: string }[] = JSON.parse(output || '[]') ?? [];
    expect(violations).toHaveLength(missing.length ? 1 : 0);
    for (const key of missing) expect(violations[0].msg).toContain(key);
  });
});
