import { describe, isAccepted, Judgement, Subject } from './Subject';

/** How many objects an engine judged. */
export interface Count {
  evaluated: number;
  accepted: number;
  refused: number;
}

/** How an engine's verdicts divide. */
export function countOf({ verdicts }: Judgement): Count {
  const accepted = verdicts.filter(isAccepted).length;
  const evaluated = verdicts.length;
  return { evaluated, accepted, refused: evaluated - accepted };
}

/** Every verdict that is not the expected one, as a sentence. */
export function differencesOf(
  subjects: readonly Subject[],
  { engine, verdicts }: Judgement,
): string[] {
  if (verdicts.length !== subjects.length) {
    return [
      `${engine} judged ${verdicts.length} of ${subjects.length} objects`,
    ];
  }
  return subjects.flatMap(({ name, expected }, index) => {
    const wanted = describe({ rules: expected });
    const said = describe(verdicts[index]);
    return said === wanted
      ? []
      : [`${engine}: ${name} is ${said}, expected ${wanted}`];
  });
}
