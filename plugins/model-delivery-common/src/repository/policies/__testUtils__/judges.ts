import { evaluate } from '@marcbachmann/cel-js';
import { parseAllDocuments } from 'yaml';
import { PlanFile, PlatformRules } from '../../../plan/types';
import { serialize } from '../../serialize';
import { RepositoryModel, YamlObject } from '../../types';
import { policyFiles } from '../policies';

/** An object and the ids of the rules that it breaks. */
export interface Case {
  name: string;
  object: YamlObject;
  breaks: readonly string[];
}

/** What both CEL policies have. */
export interface CelPolicy {
  metadata: { name: string };
  spec: {
    matchConditions: { name: string; expression: string }[];
    variables: { name: string; expression: string }[];
    validations: {
      expression: string;
      message: string;
      messageExpression: string;
    }[];
  };
}

/** A platform that gives every list. */
export const platform: PlatformRules = {
  registries: ['registry.example.com', 'ghcr.io/acme/'],
  licenses: ['Apache-2.0', 'MIT', 'LLVM-exception'],
  signers: [
    {
      issuer: 'https://token.actions.githubusercontent.com',
      subject:
        'https://github.com/acme/models/.github/workflows/build.yaml@refs/heads/main',
    },
  ],
};

/** Files of `policies/` as they are written to a repository. */
export function policiesFor(
  rules?: PlatformRules,
  policies = ['gatekeeper', 'kyverno', 'admission-policy'],
): PlanFile[] {
  const repository = { input: { policies }, context: { rules } };
  return policyFiles(repository as unknown as RepositoryModel).map(serialize);
}

/** The object in a file. */
export function objectAt<T>(files: readonly PlanFile[], path: string): T {
  const file = files.find(f => f.path === path);
  if (!file) throw new Error(`no ${path}`);
  return parseAllDocuments(file.content)[0].toJS() as T;
}

/** Messages that a CEL policy has for an object, as cel-js works them out. */
export function celMessages({ spec }: CelPolicy, object: YamlObject): string[] {
  const concerned = spec.matchConditions.every(
    ({ expression }) => evaluate(expression, { object }) === true,
  );
  if (!concerned) return [];
  const variables: Record<string, unknown> = {};
  for (const { name, expression } of spec.variables) {
    variables[name] = evaluate(expression, { object, variables });
  }
  return spec.validations
    .filter(
      ({ expression }) => evaluate(expression, { object, variables }) !== true,
    )
    .map(validation => {
      const message = evaluate(validation.messageExpression, { variables });
      if (!String(message).startsWith(`${validation.message}: `)) {
        throw new Error(`${message} does not begin with ${validation.message}`);
      }
      return String(message);
    });
}

/** Id of the rule that a message begins with. */
export const ruleOf = (message: string) => message.split(':')[0];

/** Ids of the rules that an object breaks, as cel-js judges a CEL policy. */
export function celVerdict(policy: CelPolicy, object: YamlObject): string[] {
  return celMessages(policy, object).map(ruleOf);
}
