import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { modelCatalogTranslationRef } from '../../translation';
import { LineageNode } from './describeLineage';
import { LineageLink } from './LineageLink';
import { labelOf } from './labelOf';

const width = 190;
const height = 54;

/** One node of the graph, of one size however long its name is. */
export function LineageBox(props: { node: LineageNode; isSubject: boolean }) {
  const { node, isSubject } = props;
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const label = labelOf(node);
  return (
    <foreignObject width={width} height={height}>
      <Box
        title={label}
        sx={{
          boxSizing: 'border-box',
          height,
          px: 1,
          py: 0.5,
          border: isSubject ? 2 : 1,
          borderStyle: node.kind === 'external-model' ? 'dashed' : 'solid',
          borderColor: isSubject ? 'primary.main' : 'text.disabled',
          borderRadius: 1,
          bgcolor: 'background.paper',
          color: 'text.primary',
        }}
      >
        <Typography variant="caption" component="div" color="text.secondary">
          {t(`lineage.kind.${node.kind}`)}
        </Typography>
        <Typography variant="body2" component="div" noWrap>
          {isSubject ? (
            <b>{label}</b>
          ) : (
            <LineageLink node={node}>{label}</LineageLink>
          )}
        </Typography>
      </Box>
    </foreignObject>
  );
}
