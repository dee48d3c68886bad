import { sha256 } from './versionDigest';

const maxLength = 63;
const hashLength = 8;

function trimEnds(text: string): string {
  return text.replace(/^[-_.]+|[-_.]+$/g, '');
}

/**
 * A registry's name for a model as the name of an entity: lower-case letters,
 * digits and `-`, `_`, `.`. Empty when none of that is left, as of `信用`.
 */
export function slug(title: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/-{2,}/g, '-');
  return trimEnds(plain);
}

/**
 * Names that a model may get, best first: the slug of its title, unless that is
 * empty or too long, then the slug with a short hash of where the model comes
 * from. The last one is the model's alone.
 */
export function entityNames(model: {
  title: string;
  sourceId: string;
  nativeId: string;
}): string[] {
  const whole = slug(model.title);
  const hash = sha256(`${model.sourceId}\n${model.nativeId}`).slice(
    0,
    hashLength,
  );
  const stem = trimEnds(whole.slice(0, maxLength - hashLength - 1)) || 'model';
  const named = `${stem}-${hash}`;
  return whole && whole.length <= maxLength ? [whole, named] : [named];
}
