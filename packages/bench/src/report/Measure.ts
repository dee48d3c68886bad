/** What a ratio has to be. */
export type Goal =
  /** Ours is at least so many times faster than the rival. */
  | { atLeast: number }
  /** Ours takes at most so many times what it is held against. */
  | { atMost: number };

/** One comparison: ours and something else, in the same run. */
export interface Measure {
  name: string;
  /** What ours is held against. */
  rival: string;
  /** Of ours, for the whole work. */
  ours: number;
  /** Of what ours is held against. */
  theirs: number;
  /** Default milliseconds. */
  unit?: 'ms' | 'MB' | 'KB';
  goal: Goal;
  /** Remarks under the table. */
  note?: string;
}

/** How many times faster than the rival ours was; or, for a goal at most, slower. */
export function ratioOf({
  ours,
  theirs,
  goal,
}: Pick<Measure, 'ours' | 'theirs' | 'goal'>): number {
  return 'atLeast' in goal ? theirs / ours : ours / theirs;
}

/** Whether the goal was reached. */
export function isHeld(measure: Measure): boolean {
  const { goal } = measure;
  return 'atLeast' in goal
    ? ratioOf(measure) >= goal.atLeast
    : ratioOf(measure) <= goal.atMost;
}
