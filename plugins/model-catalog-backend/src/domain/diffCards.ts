import { Comparison } from '@modelyard/plugin-model-catalog-common';
import { diffLines } from 'diff';

/** Characters of a card that are compared; what lies beyond is left out. */
const mostCharacters = 64 * 1024;
/** Edits after which two cards count as different altogether. */
const mostEdits = 2000;

type CardDiff = NonNullable<Comparison['card']>;

function kindOf(change: { added: boolean; removed: boolean }) {
  if (change.added) return 'added' as const;
  return change.removed ? ('removed' as const) : ('same' as const);
}

/**
 * What differs between two cards, line by line; undefined when there is none on
 * either side. Pure.
 */
export function diffCards(
  left: string | undefined,
  right: string | undefined,
): CardDiff | undefined {
  if (!left && !right) return undefined;
  const [before, after] = [left ?? '', right ?? ''].map(card =>
    card.slice(0, mostCharacters),
  );
  const isCut =
    before.length < (left ?? '').length || after.length < (right ?? '').length;
  const changes = diffLines(before, after, { maxEditLength: mostEdits });
  if (!changes)
    return {
      changes: [
        { kind: 'removed', text: before },
        { kind: 'added', text: after },
      ],
      truncated: true,
    };
  return {
    changes: changes.map(change => ({
      kind: kindOf(change),
      text: change.value,
    })),
    truncated: isCut,
  };
}
