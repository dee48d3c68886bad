import {
  DependencyGraph,
  DependencyGraphTypes,
} from '@backstage/core-components';
import { Lineage } from '@modelyard/plugin-model-catalog-common';
import Box from '@mui/material/Box';
import { LineageNode } from './describeLineage';
import { LineageBox } from './LineageBox';

/** Beyond this, boxes and lines are no longer told apart. */
export const mostInGraph = 40;

const rowHeight = 74;

/** Enough for the rank that has most boxes, if all were in it but one. */
function heightOf(count: number): number {
  return Math.min(Math.max(2, count - 1) * rowHeight, 420);
}

/** The lineage as a picture: on the left what a model was made from. */
export function LineageGraph(props: { lineage: Lineage; subjects: string[] }) {
  const { lineage, subjects } = props;
  return (
    <Box sx={{ height: heightOf(lineage.nodes.length) }}>
      <DependencyGraph<LineageNode, object>
        nodes={lineage.nodes}
        edges={lineage.edges}
        direction={DependencyGraphTypes.Direction.RIGHT_LEFT}
        nodeMargin={16}
        rankMargin={64}
        paddingX={16}
        paddingY={16}
        fit="contain"
        zoom="enable-on-click"
        showArrowHeads
        style={{ width: '100%', height: '100%' }}
        renderNode={({ node }) => (
          <LineageBox node={node} isSubject={subjects.includes(node.id)} />
        )}
      />
    </Box>
  );
}
