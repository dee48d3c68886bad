import { error, warning } from '../input/findings';
import { ServiceInput } from '../input/serviceInputSchema';
import { Finding, PlanContext, ResolvedModelVersion } from './types';

const field = '/model/version';
const offered = 5;

function isAlias(context: PlanContext, name: string): string | undefined {
  const aliases = context.aliases ?? {};
  return Object.hasOwn(aliases, name) ? aliases[name] : undefined;
}

function unresolved(input: ServiceInput, context: PlanContext): Finding {
  const { ref, version } = input.model;
  const target = isAlias(context, version);
  if (target !== undefined) {
    return error(
      field,
      `"${version}" is an alias, which can move; choose the version it points to now: "${target}"`,
    );
  }
  const choice = (context.versions ?? []).slice(0, offered);
  const hint = choice.length
    ? `choose one of ${choice.map(v => `"${v}"`).join(', ')}`
    : 'choose one of its versions';
  return error(field, `${ref} has no version "${version}"; ${hint}`);
}

function checkState(model: ResolvedModelVersion): Finding[] {
  const name = `${model.ref} ${model.version}`;
  if (model.status && model.status !== 'ready') {
    return [error(field, `${name} is ${model.status}; choose a ready version`)];
  }
  if (model.conflict) {
    return [
      error(
        field,
        `the digest of ${name} changed at its source; settle the conflict or choose another version`,
      ),
    ];
  }
  if (!/^[a-z0-9]+:[0-9a-f]{32,128}$/.test(model.digest)) {
    return [error(field, `${name} has no usable digest; choose another`)];
  }
  return model.digestKind === 'record'
    ? [
        warning(
          field,
          `the registry gives no digest of the content of ${name}: what is served can't be verified`,
        ),
      ]
    : [];
}

/** Whether the version that the input asks for can be delivered. */
export function checkModel(input: ServiceInput, context: PlanContext) {
  const { model } = context;
  if (!model || model.version !== input.model.version) {
    return { findings: [unresolved(input, context)] };
  }
  return { model, findings: checkState(model) };
}
