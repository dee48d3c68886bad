import { Link } from '@backstage/core-components';
import { parseEntityRef } from '@backstage/catalog-model';
import { useModelLinks } from '@modelyard/plugin-model-react';

/** Name of an entity, with a link where the portal has a page for it. */
export function EntityLink({ entityRef }: { entityRef: string }) {
  const links = useModelLinks();
  const { name } = parseEntityRef(entityRef);
  return links ? (
    <Link to={links.entity(entityRef)}>{name}</Link>
  ) : (
    <span title={entityRef}>{name}</span>
  );
}
