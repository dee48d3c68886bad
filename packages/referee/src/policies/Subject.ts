import { KubernetesObject } from '../planner';

/** An object that every engine judges. */
export interface Subject {
  /** Where it comes from, for people. */
  name: string;
  object: KubernetesObject;
  /** Ids of the rules that it breaks, sorted. */
  expected: readonly string[];
}

/** What an engine says of a subject. */
export interface Verdict {
  /** Ids of the rules that it found broken, sorted. */
  rules: readonly string[];
  /** Any other reason why the object did not get in. */
  refusal?: string;
}

/** What an engine made of a list of subjects. */
export interface Judgement {
  engine: string;
  /** In the order of the subjects. */
  verdicts: Verdict[];
  seconds: number;
}

/** A verdict in words. */
export function describe({ rules, refusal }: Verdict): string {
  if (refusal) return `refused: ${refusal}`;
  return rules.length ? `refused: ${rules.join(', ')}` : 'accepted';
}

/** Whether an object got in. */
export function isAccepted({ rules, refusal }: Verdict): boolean {
  return rules.length === 0 && refusal === undefined;
}
