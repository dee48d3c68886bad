import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import { ModelLink } from '@modelyard/plugin-model-catalog-common';
import { LinkStore } from '../database/LinkStore';
import { ModelFilter } from '../database/modelFilter';
import { nameCaller } from './nameCaller';

/** Models that are the same, without a thought for who asks. */
export class LinkService {
  private constructor(private readonly links: LinkStore) {}

  static create(options: { links: LinkStore }): LinkService {
    return new LinkService(options.links);
  }

  async list(
    ref: string,
    filter: ModelFilter,
  ): Promise<{ items: ModelLink[] }> {
    return { items: await this.links.listLinks(ref, filter) };
  }

  /**
   * @throws InputError for a model and itself; NotFoundError when one of the two
   *   isn't stored
   */
  async state(
    ref: string,
    link: { ref: string; comment?: string },
    caller: { filter: ModelFilter; credentials: BackstageCredentials },
  ): Promise<ModelLink> {
    if (ref === link.ref)
      throw new InputError(`${ref} is itself; name another model`);
    const isStated = await this.links.state({
      refs: [ref, link.ref],
      by: nameCaller(caller.credentials) ?? 'unknown',
      comment: link.comment,
    });
    if (!isStated)
      throw new NotFoundError(
        `No source provides ${ref} or ${link.ref}; look for them in the list of models`,
      );
    const { items } = await this.list(ref, caller.filter);
    const found = items.find(other => other.ref === link.ref);
    if (found) return found;
    throw new ConflictError(
      `${link.ref} has vanished from its source; only living models are linked`,
    );
  }

  /** @throws NotFoundError when nobody states it */
  async withdraw(
    refs: [string, string],
    credentials: BackstageCredentials,
  ): Promise<void> {
    const by = nameCaller(credentials) ?? 'unknown';
    if (!(await this.links.withdraw({ refs, by })))
      throw new NotFoundError(
        `Nobody states that ${refs.join(' and ')} are the same; models with the same digest are linked without a statement`,
      );
  }
}
