import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { LayoutTemplate } from '@backstage/plugin-scaffolder-react';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { modelDeliveryTranslationRef } from '../../translation';

/** What a step's template is given by the form. */
type StepTemplateProps = Parameters<
  Extract<LayoutTemplate, (...args: never[]) => unknown>
>[0];

function moreOf({ uiSchema }: StepTemplateProps): string[] {
  const named: unknown = uiSchema?.['ui:options']?.more;
  return Array.isArray(named) ? named : [];
}

/**
 * The fields of a step below each other; those that the template names under
 * `more` are folded away.
 */
export function StepTemplate(props: StepTemplateProps) {
  const { description, properties } = props;
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  const more = moreOf(props);
  const fields = (folded: boolean) =>
    properties
      .filter(({ name }) => more.includes(name) === folded)
      .map(({ name, content, hidden }) =>
        hidden ? content : <Box key={name}>{content}</Box>,
      );
  const rest = fields(true);
  const grid = { display: 'grid', gap: 2.5, gridTemplateColumns: '100%' };
  return (
    <Box sx={grid}>
      {description && <Typography variant="body2">{description}</Typography>}
      {fields(false)}
      {rest.length > 0 && (
        <Box component="details">
          <Box component="summary" sx={{ cursor: 'pointer', mb: 2 }}>
            {t('form.more')}
          </Box>
          <Box sx={grid}>{rest}</Box>
        </Box>
      )}
    </Box>
  );
}
