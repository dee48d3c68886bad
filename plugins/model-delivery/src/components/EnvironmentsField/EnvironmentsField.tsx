import { useTranslationRef } from '@backstage/frontend-plugin-api';
import FormHelperText from '@mui/material/FormHelperText';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useEffect, useState } from 'react';
import { modelDeliveryTranslationRef } from '../../translation';
import { useEnvironments } from '../useEnvironments';
import { defaultEnvironment } from './defaults';
import { EnvironmentRow } from './EnvironmentRow';
import { EnvironmentsFieldProps, EnvironmentValue } from './environmentsSchema';

interface Draft {
  value: EnvironmentValue;
  used: boolean;
}

const columns = [
  'environment',
  'namespace',
  'cpu',
  'memory',
  'min',
  'max',
  'metric',
  'target',
] as const;

/** Environments in the form; the unticked ones keep what was typed. */
function useDrafts({ formData, onChange }: EnvironmentsFieldProps) {
  const environments = useEnvironments();
  const [drafts, setDrafts] = useState<Draft[]>(() =>
    environments.map(name => {
      const given = formData?.find(value => value.name === name);
      return {
        value: given ?? defaultEnvironment(name),
        used: !formData?.length || given !== undefined,
      };
    }),
  );
  const publish = (next: Draft[]) => {
    setDrafts(next);
    onChange(next.filter(({ used }) => used).map(({ value }) => value));
  };
  const isNew = formData === undefined || formData.length === 0;
  useEffect(() => {
    if (isNew) publish(drafts);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the form learns of the defaults once, when it opens
  }, []);
  const change = (index: number, draft: Draft) =>
    publish(drafts.map((old, at) => (at === index ? draft : old)));
  return { drafts, change };
}

/** Field of a template form: where a service runs, and with what. */
export function EnvironmentsField(props: EnvironmentsFieldProps) {
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  const { drafts, change } = useDrafts(props);
  const legend = t('environmentsField.legend');
  return (
    <>
      <TableContainer tabIndex={0} role="region" aria-label={legend}>
        <Table size="small" aria-label={legend}>
          <TableHead>
            <TableRow>
              {columns.map(column => (
                <TableCell key={column} sx={{ whiteSpace: 'nowrap' }}>
                  {t(`environmentsField.header.${column}`)}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {drafts.map(({ value, used }, index) => (
              <EnvironmentRow
                key={value.name}
                value={value}
                used={used}
                onUse={next => change(index, { value, used: next })}
                onChange={next => change(index, { value: next, used })}
              />
            ))}
          </TableBody>
        </Table>
      </TableContainer>
      <FormHelperText error={Boolean(props.rawErrors?.length)}>
        {props.rawErrors?.[0] ?? t('environmentsField.help')}
      </FormHelperText>
    </>
  );
}
