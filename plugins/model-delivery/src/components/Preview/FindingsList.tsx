import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { DeliveryFinding } from '@modelyard/plugin-model-delivery-common';
import ErrorOutlineIcon from '@mui/icons-material/ErrorOutline';
import InfoOutlinedIcon from '@mui/icons-material/InfoOutlined';
import WarningAmberIcon from '@mui/icons-material/WarningAmber';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { modelDeliveryTranslationRef } from '../../translation';
import { stepsOf } from '../form/fieldErrors';
import { focusField } from '../form/fieldId';
import { fieldName } from '../form/fieldName';

const severities = ['error', 'warning', 'info'] as const;
const icons = {
  error: ErrorOutlineIcon,
  warning: WarningAmberIcon,
  info: InfoOutlinedIcon,
};

interface FindingsProps {
  findings: readonly DeliveryFinding[];
  /** What is typed; names fields by their environment. */
  values: unknown;
  /** Fields of the step that is shown; all when absent. */
  shown?: readonly string[];
}

/** Leads to a field of this step; a field of another is only named. */
export function FieldLink(
  props: Omit<FindingsProps, 'findings'> & {
    field: string;
  },
) {
  const { field, values, shown } = props;
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  const name = fieldName(t, field, values);
  const here = !shown || shown.includes(stepsOf(field)[0]);
  if (!here) return <strong>{name}</strong>;
  return (
    <Link
      component="button"
      type="button"
      onClick={() => focusField(field)}
      sx={{ verticalAlign: 'baseline', font: 'inherit', fontWeight: 600 }}
    >
      {name}
    </Link>
  );
}

function FindingItem(
  props: Omit<FindingsProps, 'findings'> & {
    finding: DeliveryFinding;
  },
) {
  const { finding, ...rest } = props;
  const { field, message, check } = finding;
  return (
    <Typography component="li" variant="body2" sx={{ mb: 0.5 }}>
      {field !== undefined && (
        <>
          <FieldLink field={field} {...rest} />{' '}
        </>
      )}
      {message}
      {check && !message.includes(check) && ` (${check})`}
    </Typography>
  );
}

/** What was found, the gravest first, each with the way to its field. */
export function FindingsList({ findings, ...rest }: FindingsProps) {
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  return (
    <>
      {severities.map(severity => {
        const found = findings.filter(finding => finding.severity === severity);
        const Icon = icons[severity];
        if (!found.length) return null;
        return (
          <Box key={severity} sx={{ display: 'flex', gap: 1, mt: 1 }}>
            <Icon aria-hidden fontSize="small" color={severity} />
            <Box sx={{ minWidth: 0 }}>
              <Typography variant="body2" sx={{ fontWeight: 600 }}>
                {t(`preview.severities.${severity}`, { count: found.length })}
              </Typography>
              <Box component="ul" sx={{ m: 0, pl: 2 }}>
                {found.map((finding, index) => (
                  <FindingItem key={index} finding={finding} {...rest} />
                ))}
              </Box>
            </Box>
          </Box>
        );
      })}
    </>
  );
}
