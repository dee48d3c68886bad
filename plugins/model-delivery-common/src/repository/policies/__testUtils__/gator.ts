import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { inFolder, run } from '../../../__fixtures__/tools';
import { PlanFile } from '../../../plan/types';
import { YamlObject } from '../../types';
import { Case, CelPolicy, objectAt, ruleOf } from './judges';

interface Template extends YamlObject {
  metadata: { name: string };
  spec: {
    crd: { spec: { names: { kind: string } } };
    targets: { target: string; code: unknown[] }[];
  };
}

interface GatorResult {
  msg: string;
  constraint: { kind: string };
  violatingObject: { metadata: { name: string } };
}

function named(template: Template, kind: string, code: unknown): Template {
  const [target] = template.spec.targets;
  return {
    ...template,
    metadata: { name: kind.toLowerCase() },
    spec: {
      crd: { spec: { ...template.spec.crd.spec, names: { kind } } },
      targets: [{ ...target, code: [code] }],
    },
  };
}

/** The admission policy as Gatekeeper's engine for the CEL of Kubernetes takes it. */
function nativeCode(files: readonly PlanFile[]): unknown {
  const { spec } = objectAt<CelPolicy>(
    files,
    'policies/admission-policy/policy.yaml',
  );
  return {
    engine: 'K8sNativeValidation',
    source: {
      failurePolicy: 'Fail',
      matchCondition: spec.matchConditions,
      variables: spec.variables,
      validations: spec.validations,
    },
  };
}

// Says something about every object, so that those that were judged are counted.
const witnessCode = {
  engine: 'Rego',
  source: {
    version: 'v1',
    rego: 'package witness\n\nviolation contains {"msg": "seen"}\n',
  },
};

function policiesOf(files: readonly PlanFile[]): YamlObject[] {
  const template = objectAt<Template>(
    files,
    'policies/gatekeeper/template.yaml',
  );
  const constraint = objectAt<YamlObject>(
    files,
    'policies/gatekeeper/constraint.yaml',
  );
  const [rego] = template.spec.targets[0].code;
  const engines = {
    Rego: rego,
    Native: nativeCode(files),
    Witness: witnessCode,
  };
  return Object.entries(engines).flatMap(([kind, code]) => [
    named(template, kind, code),
    { ...constraint, kind },
  ]);
}

/** What gator says about some cases. */
export interface GatorVerdicts {
  /** How many cases were judged. */
  seen: number;
  /** Ids of the rules that each case breaks, sorted: Gatekeeper's own policy. */
  rego: string[][];
  /** The same of the admission policy, in the CEL of Kubernetes. */
  native: string[][];
}

/** Lets one gator judge all cases with both engines. */
export function gatorVerdicts(
  files: readonly PlanFile[],
  cases: readonly Case[],
): GatorVerdicts {
  const objects = cases.map(({ object }, index) => ({
    ...object,
    metadata: { ...(object.metadata as YamlObject), name: `case-${index}` },
  }));
  const content = [...policiesOf(files), ...objects]
    .map(document => stringify(document, { aliasDuplicateObjects: false }))
    .join('---\n');
  const results = inFolder([{ path: 'all.yaml', content }], cwd => {
    // Violations are why it ends with 1; an error says nothing that parses.
    const command = 'gator test -o json -f all.yaml > results.json';
    run('sh', ['-c', `${command} || test $? -eq 1`], { cwd });
    return JSON.parse(
      readFileSync(join(cwd, 'results.json'), 'utf8'),
    ) as GatorResult[];
  });
  const broken = (engine: string) =>
    objects.map(({ metadata }) =>
      results
        .filter(r => r.constraint.kind === engine)
        .filter(r => r.violatingObject.metadata.name === metadata.name)
        .map(r => ruleOf(r.msg))
        .sort(),
    );
  return {
    seen: broken('Witness').filter(messages => messages.length === 1).length,
    rego: broken('Rego'),
    native: broken('Native'),
  };
}

/** What gator has to say. */
export function expectedVerdicts(cases: readonly Case[]): GatorVerdicts {
  const breaks = cases.map(c => [...c.breaks].sort());
  return { seen: cases.length, rego: breaks, native: breaks };
}
