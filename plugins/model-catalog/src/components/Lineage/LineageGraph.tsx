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

/**
 * The lineage as a picture that is read from left to right: what a model was made
 * from, the model, what came of it. So each arrow goes against its edge.
 */
export function LineageGraph(props: { lineage: Lineage; subjects: string[] }) {
  const { lineage, subjects } = props;
  return (
    <Box sx={{ overflow: 'hidden', maxHeight: 480 }}>
      <DependencyGraph<LineageNode, object>
        nodes={lineage.nodes}
        edges={lineage.edges.map(({ from, to }) => ({ from: to, to: from }))}
        direction={DependencyGraphTypes.Direction.LEFT_RIGHT}
        nodeMargin={16}
        rankMargin={64}
        paddingX={16}
        paddingY={16}
        zoom="enable-on-click"
        showArrowHeads
        style={{ width: '100%', maxHeight: 480 }}
        renderNode={({ node }) => (
          <LineageBox node={node} isSubject={subjects.includes(node.id)} />
        )}
      />
    </Box>
  );
}
