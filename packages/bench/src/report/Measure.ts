/** One comparison: ours and a rival do the same work in the same run. */
export interface Measure {
  name: string;
  /** What the rival is. */
  rival: string;
  /** Milliseconds of ours for the whole work. */
  oursMs: number;
  /** Milliseconds of the rival for the whole work. */
  rivalMs: number;
  /** How many times faster than the rival ours has to be. */
  goal: number;
  /** Remarks under the table. */
  note?: string;
}

/** How many times faster than the rival ours was. */
export function ratioOf({
  oursMs,
  rivalMs,
}: Pick<Measure, 'oursMs' | 'rivalMs'>): number {
  return rivalMs / oursMs;
}

/** Whether the goal was reached. */
export function isHeld(measure: Measure): boolean {
  return ratioOf(measure) >= measure.goal;
}
