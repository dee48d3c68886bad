import { EntityLink } from './EntityLink';

/** Who made a commit: a portal user with a link, anybody else as Git tells it. */
export function AuthorText({ by }: { by: string }) {
  return by.startsWith('user:') ? <EntityLink entityRef={by} /> : <>{by}</>;
}
