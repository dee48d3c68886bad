import Box from '@mui/material/Box';
import GlobalStyles from '@mui/material/GlobalStyles';
import { useMemo } from 'react';
import {
  mergeErrors,
  readErrors,
  stepsOf,
  toFieldErrors,
} from '../form/fieldErrors';
import { CreateLine } from '../Preview/CreateLine';
import { PreviewPanel } from '../Preview/PreviewPanel';
import { PlanPreview, usePlan } from '../Preview/usePlan';
import { fitToRuntime } from './fitToRuntime';
import { formStyles } from './formStyles';
import { ServiceFormProps } from './serviceFormSchema';
import { StepTemplate } from './StepTemplate';
import { useFreshErrors } from './useFreshErrors';

const formClass = 'modelyard-service-form';

// Upstream's card around a form hides what overflows; nothing sticks in it then.
const letStick = {
  [`.MuiCard-root:has(.${formClass})`]: { overflow: 'visible' },
};

/** Stays in sight while a long step is filled in. */
const besideTheFields = {
  minWidth: 0,
  alignSelf: 'start',
  position: { lg: 'sticky' },
  top: 16,
  maxHeight: { lg: 'calc(100vh - 32px)' },
  overflowY: { lg: 'auto' },
};

/**
 * What is shown at the fields at once. What was not entered yet is no fault,
 * unless it lies in something that was begun.
 */
function visibleErrors({ findings, missing }: PlanPreview) {
  const wrong = findings.filter(({ severity }) => severity === 'error');
  const begun = missing.filter(({ field = '' }) => stepsOf(field).length > 2);
  return toFieldErrors([...wrong, ...begun]);
}

/**
 * Lays out a step of a template: its fields on the left, the living preview on
 * the right, and below them what Create will do. A step uses it with
 * `ui:field: ServiceForm` beside its `properties`.
 */
export function ServiceForm(props: ServiceFormProps) {
  const { formData, onChange, uiSchema, registry, schema, errorSchema } = props;
  const values = useMemo(() => formData ?? {}, [formData]);
  const preview = usePlan(values);
  const told = useFreshErrors(readErrors(errorSchema), values);
  const { 'ui:field': _, ...ownUiSchema } = uiSchema;
  const { ObjectField } = registry.fields;
  const shown = Object.keys(
    registry.schemaUtils.retrieveSchema(schema, values).properties ?? {},
  );
  const formContext = { ...registry.formContext, formData: values };
  return (
    <Box sx={formStyles} className={formClass}>
      <GlobalStyles styles={letStick} />
      <Box
        sx={{
          display: 'grid',
          gap: 4,
          gridTemplateColumns: {
            xs: '100%',
            lg: 'minmax(0, 1.15fr) minmax(0, 1fr)',
          },
        }}
      >
        <Box sx={{ minWidth: 0 }}>
          <ObjectField
            {...props}
            registry={{ ...registry, formContext }}
            uiSchema={{
              ...ownUiSchema,
              'ui:ObjectFieldTemplate': StepTemplate,
            }}
            errorSchema={mergeErrors(told, visibleErrors(preview))}
            onChange={(next: Record<string, unknown> = {}) =>
              onChange(fitToRuntime(values, next))
            }
          />
        </Box>
        <Box sx={besideTheFields}>
          <PreviewPanel preview={preview} shown={shown} />
        </Box>
      </Box>
      <CreateLine preview={preview} />
    </Box>
  );
}
