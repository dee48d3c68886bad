import { Link } from '@backstage/core-components';
import { useModelLinks } from '@modelyard/plugin-model-react';
import { ReactNode } from 'react';
import { LineageNode } from './describeLineage';

/** The way to the page of a node, where there is one. */
export function LineageLink(props: { node: LineageNode; children: ReactNode }) {
  const { node, children } = props;
  const links = useModelLinks();
  if (!links || node.ref === undefined) return <>{children}</>;
  const to =
    node.kind === 'version'
      ? links.version(node.ref, node.label)
      : links.entity(node.ref);
  return (
    <Link to={to} underline="always">
      {children}
    </Link>
  );
}
