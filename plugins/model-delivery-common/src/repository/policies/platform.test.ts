import { modelAnnotations } from '@modelyard/plugin-model-catalog-common';
import fc from 'fast-check';
import { withTool } from '../../__fixtures__/tools';
import { PlatformRules } from '../../plan/types';
import { annotation, at, edited } from './__testUtils__/edits';
import { expectedVerdicts, gatorVerdicts } from './__testUtils__/gator';
import {
  Case,
  CelPolicy,
  celVerdict,
  objectAt,
  policiesFor,
} from './__testUtils__/judges';
import { imageBeginnings } from './podRules';
import { rulesOf } from './rules';

const idsOf = (rules?: PlatformRules) => rulesOf(rules).map(rule => rule.id);
const image = 'spec.template.spec.containers.0.image';
const digest = `@sha256:${'a'.repeat(64)}`;
const admission = (rules?: PlatformRules) =>
  objectAt<CelPolicy>(
    policiesFor(rules),
    'policies/admission-policy/policy.yaml',
  );

describe('the lists of a platform', () => {
  it('make a rule only when they are given', () => {
    expect(idsOf()).not.toContain('registries');
    expect(idsOf({ licenses: [] })).toEqual([...idsOf(), 'licenses']);
    expect(idsOf({ registries: [] })).toEqual([...idsOf(), 'registries']);
    const elsewhere = edited(
      'deployment',
      at(image, `elsewhere.io/x${digest}`),
    );
    expect(celVerdict(admission(), elsewhere)).toEqual([]);
  });

  it('allow nothing when they are empty', () => {
    const rules = { registries: [], licenses: [] };
    expect(celVerdict(admission(rules), edited('deployment'))).toEqual([
      'registries',
      'licenses',
    ]);
    expect(celVerdict(admission(rules), edited('inferenceservice'))).toEqual([
      'licenses',
    ]);
  });

  it('end at a boundary', () => {
    expect(imageBeginnings(['a.io', 'b.io/team/', '', '/'])).toEqual([
      'a.io/',
      'b.io/team/',
      'b.io/team:',
      'b.io/team@',
    ]);
  });

  it('let nothing else of a registry through, whatever its name', () => {
    const name = fc.stringMatching(/^[a-z0-9.:-]{1,20}(\/[a-z0-9-]{1,9})?$/);
    fc.assert(
      fc.property(name, fc.stringMatching(/^[a-z0-9.-]$/), (registry, next) => {
        const beginnings = imageBeginnings([registry]);
        const begins = (text: string) =>
          beginnings.some(beginning => text.startsWith(beginning));
        return (
          begins(`${registry}/x${digest}`) &&
          !begins(`${registry}${next}/x${digest}`)
        );
      }),
    );
  });
});

const { describeTool, title } = withTool('gator');

describeTool(title, () => {
  it('keeps text of the lists text', () => {
    const rules = {
      registries: ['registry.example.com', `"] + ["`, `'\\\n{{x}}/y`],
      licenses: ['Apache-2.0', 'A"B', 'C(D', 'E\\', 'F.*'],
    };
    const license = (text: string, ...breaks: string[]): Case => ({
      name: text,
      breaks,
      object: edited('deployment', annotation(modelAnnotations.license, text)),
    });
    const cases: Case[] = [
      license('A"B'),
      license('C(D AND Apache-2.0'),
      license('E\\ OR F.*'),
      license('Fxx', 'licenses'),
      {
        name: 'another registry',
        breaks: ['registries'],
        object: edited('deployment', at(image, `ghcr.io/x${digest}`)),
      },
    ];
    expect(gatorVerdicts(policiesFor(rules), cases)).toEqual(
      expectedVerdicts(cases),
    );
    for (const { object, breaks } of cases) {
      expect(celVerdict(admission(rules), object)).toEqual(breaks);
    }
  });

  it('takes empty lists', () => {
    const files = policiesFor({ registries: [], licenses: [] });
    const cases: Case[] = [
      {
        name: 'an object that another platform accepts',
        breaks: ['registries', 'licenses'],
        object: edited('deployment'),
      },
    ];
    expect(gatorVerdicts(files, cases)).toEqual(expectedVerdicts(cases));
  });
});
