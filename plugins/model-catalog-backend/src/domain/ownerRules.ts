import { slug } from './entityName';
import { fits } from './patterns';

/** Says which group owns a model that its source names no owner for. */
export interface OwnerRule {
  /** What the rule looks at. */
  by: { tag: string } | 'name' | 'path';
  /** Pattern of the value; absent, any value will do. */
  pattern?: string;
  /** Entity ref; `${value}` or `{value}` stands for the value as a name. */
  group: string;
}

/** Rules of a source, the first one that gives an existing group wins. */
export interface OwnerRules {
  rules: OwnerRule[];
  /** Entity ref of who owns the rest. */
  fallback?: string;
}

/** What the rules look at. */
export interface RuledModel {
  title: string;
  location: string;
  labels: Record<string, string>;
}

function valueOf(rule: OwnerRule, model: RuledModel): string | undefined {
  if (rule.by === 'name') return model.title;
  if (rule.by === 'path') return model.location;
  return Object.hasOwn(model.labels, rule.by.tag)
    ? model.labels[rule.by.tag]
    : undefined;
}

/** Entity refs of the groups that may own a model, best first. Pure. */
export function ownerCandidates(
  { rules, fallback }: OwnerRules,
  model: RuledModel,
): string[] {
  const matched = rules.flatMap(rule => {
    const value = valueOf(rule, model);
    if (value === undefined) return [];
    if (rule.pattern !== undefined && !fits(value, rule.pattern)) return [];
    const name = slug(value);
    return name ? [rule.group.replace(/\$?\{value\}/g, name)] : [];
  });
  return fallback === undefined ? matched : [...matched, fallback];
}
