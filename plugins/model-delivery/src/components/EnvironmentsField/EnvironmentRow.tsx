import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Checkbox from '@mui/material/Checkbox';
import MenuItem from '@mui/material/MenuItem';
import TableCell from '@mui/material/TableCell';
import TableRow from '@mui/material/TableRow';
import TextField from '@mui/material/TextField';
import { modelDeliveryTranslationRef } from '../../translation';
import { withMetric } from './defaults';
import { EnvironmentValue, ScalingMetric } from './environmentsSchema';

const metrics: ScalingMetric[] = ['cpu', 'memory', 'concurrency', 'rps'];

function Field(props: {
  label: string;
  value: string | number;
  type?: 'number';
  disabled: boolean;
  onChange: (text: string) => void;
}) {
  const { label, value, type, disabled, onChange } = props;
  return (
    <TextField
      size="small"
      variant="outlined"
      type={type}
      value={value}
      disabled={disabled}
      inputProps={{ 'aria-label': label }}
      onChange={event => onChange(event.target.value)}
      sx={{ minWidth: type ? 72 : 96 }}
    />
  );
}

interface EnvironmentRowProps {
  value: EnvironmentValue;
  used: boolean;
  onUse: (used: boolean) => void;
  onChange: (value: EnvironmentValue) => void;
}

function MetricSelect({ value, used, onChange }: EnvironmentRowProps) {
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  const label = t('environmentsField.metric', { environment: value.name });
  const choose = (name: string) => {
    const metric = metrics.find(candidate => candidate === name);
    if (metric) onChange(withMetric(value, metric));
  };
  return (
    <TextField
      select
      size="small"
      variant="outlined"
      value={value.scaling.metric}
      disabled={!used}
      SelectProps={{ inputProps: { 'aria-label': label } }}
      onChange={event => choose(event.target.value)}
    >
      {metrics.map(metric => (
        <MenuItem key={metric} value={metric}>
          {t(`environmentsField.metrics.${metric}`)}
        </MenuItem>
      ))}
    </TextField>
  );
}

/** One environment of the form, as a row. */
export function EnvironmentRow(props: EnvironmentRowProps) {
  const { value, used, onUse, onChange } = props;
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  const { name, namespace, resources, scaling } = value;
  const field = (
    key: 'namespace' | 'cpu' | 'memory' | 'min' | 'max' | 'target',
    content: string | number,
    change: (text: string) => EnvironmentValue,
  ) => (
    <TableCell>
      <Field
        label={t(`environmentsField.${key}`, { environment: name })}
        type={typeof content === 'number' ? 'number' : undefined}
        value={content}
        disabled={!used}
        onChange={text => onChange(change(text))}
      />
    </TableCell>
  );
  const resource = (key: 'cpu' | 'memory') => (text: string) => ({
    ...value,
    resources: { ...resources, [key]: text },
  });
  const scale =
    (key: 'minReplicas' | 'maxReplicas' | 'target') => (text: string) => ({
      ...value,
      scaling: { ...scaling, [key]: Number(text) },
    });
  return (
    <TableRow>
      <TableCell component="th" scope="row">
        <Checkbox
          size="small"
          checked={used}
          inputProps={{
            'aria-label': t('environmentsField.use', { environment: name }),
          }}
          onChange={event => onUse(event.target.checked)}
        />
        {name}
      </TableCell>
      {field('namespace', namespace, text => ({ ...value, namespace: text }))}
      {field('cpu', resources.cpu, resource('cpu'))}
      {field('memory', resources.memory, resource('memory'))}
      {field('min', scaling.minReplicas, scale('minReplicas'))}
      {field('max', scaling.maxReplicas, scale('maxReplicas'))}
      <TableCell>
        <MetricSelect {...props} />
      </TableCell>
      {field('target', scaling.target, scale('target'))}
    </TableRow>
  );
}
