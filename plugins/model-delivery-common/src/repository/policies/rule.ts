/** A label or annotation that has to be there. */
export interface Requirement {
  key: string;
  /** RE2 that the value has to match. */
  pattern: string;
}

/** A list that a rule holds objects against, under one name in every engine. */
export interface RuleParameter {
  name: string;
  /** OpenAPI schema of an item. */
  items: Readonly<Record<string, unknown>>;
  value: readonly (string | Requirement)[];
}

/**
 * A rule: what offends, said once in CEL (Kyverno, ValidatingAdmissionPolicy) and
 * once in Rego (Gatekeeper). An object without offenders is accepted.
 */
export interface Rule {
  id: string;
  title: string;
  /** What must hold, so that it can stand before the list of what offends. */
  message: string;
  parameters: readonly RuleParameter[];
  /**
   * CEL that lists what offends, in words. It may use the variables `labels`,
   * `annotations`, `pods` (each with `spec`, `containers` and `nonRoot`) and the
   * rule's parameters.
   */
  cel: string;
  /**
   * Rego v1 rules that add `[id, what]` to `offenders`. They may use `labels`,
   * `annotations`, `pods`, `containers` (pairs of Pod and container), the helpers
   * `name_of`, `wrong` and `non_root`, and `input.parameters`.
   */
  rego: string;
}
