import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormHelperText from '@mui/material/FormHelperText';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { modelDeliveryTranslationRef } from '../../translation';
import { errorsAt, FieldErrors, readErrors } from '../form/fieldErrors';
import { useCompute } from '../form/useCompute';
import { CellProps } from './cell';
import { EnvironmentsFieldProps } from './environmentsSchema';
import { EnvironmentsGrid } from './EnvironmentsGrid';
import { priceRow } from './priceRow';
import { mainRows, moreRows } from './rows';
import { Column, useColumns } from './useColumns';

const root = 'root_environments';

function cellOf(
  column: Column,
  shared: Pick<CellProps, 'runtime' | 'compute'>,
  errors: FieldErrors | undefined,
  change: (name: string, column: Omit<Column, 'index'>) => void,
): CellProps {
  const { value, used, index } = column;
  return {
    ...shared,
    value,
    used,
    id: `${root}_${index ?? `unused-${value.name}`}`,
    errors: index === undefined ? undefined : errorsAt(errors, index),
    onChange: next => change(value.name, { value: next, used }),
  };
}

/** Field of a template form: where a service runs, and with what. */
export function EnvironmentsField(props: EnvironmentsFieldProps) {
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  const { columns, change, runtime } = useColumns(props);
  const compute = useCompute();
  const [more, setMore] = useState(false);
  const errors = readErrors(props.errorSchema);
  const shared = { runtime, compute };
  const cells = columns.map(column => cellOf(column, shared, errors, change));
  return (
    <Box
      component="fieldset"
      id={root}
      sx={{ border: 0, m: 0, p: 0, minWidth: 0 }}
    >
      <Typography component="legend" sx={{ fontWeight: 600, p: 0, mb: 1 }}>
        {t('environmentsField.legend')}
      </Typography>
      <EnvironmentsGrid
        cells={cells}
        rows={[...mainRows, ...(more ? moreRows : []), priceRow]}
        onUse={({ value }, used) => change(value.name, { value, used })}
      />
      <Button
        size="small"
        aria-expanded={more}
        onClick={() => setMore(!more)}
        sx={{ mt: 1 }}
      >
        {t(more ? 'environmentsField.less' : 'environmentsField.more')}
      </Button>
      <FormHelperText sx={{ mx: 0 }}>
        {t('environmentsField.help')}
      </FormHelperText>
    </Box>
  );
}
