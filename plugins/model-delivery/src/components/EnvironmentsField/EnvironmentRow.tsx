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

/** The cells of what is typed: each a text or a number, and how it changes. */
function cellsOf(value: EnvironmentValue) {
  const { namespace, resources, scaling } = value;
  const resource = (key: 'cpu' | 'memory') => ({
    key,
    content: resources[key],
    change: (text: string) => ({
      ...value,
      resources: { ...resources, [key]: text },
    }),
  });
  const scale = <TKey extends 'min' | 'max' | 'target'>(
    key: TKey,
    field: 'minReplicas' | 'maxReplicas' | 'target',
  ) => ({
    key,
    content: scaling[field],
    change: (text: string) => ({
      ...value,
      scaling: { ...scaling, [field]: Number(text) },
    }),
  });
  return {
    namespace: {
      key: 'namespace' as const,
      content: namespace,
      change: (text: string) => ({ ...value, namespace: text }),
    },
    cpu: resource('cpu'),
    memory: resource('memory'),
    min: scale('min', 'minReplicas'),
    max: scale('max', 'maxReplicas'),
    target: scale('target', 'target'),
  };
}

type Cells = ReturnType<typeof cellsOf>;

function FieldCell(props: EnvironmentRowProps & { cell: Cells[keyof Cells] }) {
  const { value, used, onChange, cell } = props;
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  return (
    <TableCell>
      <Field
        label={t(`environmentsField.${cell.key}`, { environment: value.name })}
        type={typeof cell.content === 'number' ? 'number' : undefined}
        value={cell.content}
        disabled={!used}
        onChange={text => onChange(cell.change(text))}
      />
    </TableCell>
  );
}

/** One environment of the form, as a row. */
export function EnvironmentRow(props: EnvironmentRowProps) {
  const { value, used, onUse } = props;
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  const cells = cellsOf(value);
  const use = t('environmentsField.use', { environment: value.name });
  return (
    <TableRow>
      <TableCell component="th" scope="row" sx={{ whiteSpace: 'nowrap' }}>
        <Checkbox
          size="small"
          checked={used}
          inputProps={{ 'aria-label': use }}
          onChange={event => onUse(event.target.checked)}
        />
        {value.name}
      </TableCell>
      <FieldCell {...props} cell={cells.namespace} />
      <FieldCell {...props} cell={cells.cpu} />
      <FieldCell {...props} cell={cells.memory} />
      <FieldCell {...props} cell={cells.min} />
      <FieldCell {...props} cell={cells.max} />
      <TableCell>
        <MetricSelect {...props} />
      </TableCell>
      <FieldCell {...props} cell={cells.target} />
    </TableRow>
  );
}
