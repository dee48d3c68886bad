import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { VersionRow } from '@modelyard/plugin-model-catalog-common';
import {
  GateChip,
  LoadFailure,
  LoadingRows,
  modelCatalogApiRef,
  Notice,
  RelativeTime,
  useLoad,
} from '@modelyard/plugin-model-react';
import { ScorecardGate } from '@modelyard/plugin-model-scorecard-common';
import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import { useId } from 'react';
import { gatesApiRef } from '../../api/gatesApiRef';
import { modelDeliveryTranslationRef } from '../../translation';

const offered = 30;

/** Gate of every version for prod; empty while it is not known. */
function useProdGates(model: string): Map<string, ScorecardGate> {
  const api = useApi(gatesApiRef);
  const { value } = useLoad(
    signal => api.listScorecards({ model: [model], limit: 100 }, { signal }),
    [api, model],
  );
  return new Map(
    value?.items.map(({ subject, gate }) => [subject.version, gate]),
  );
}

function VersionLabel(props: { row: VersionRow; gate?: ScorecardGate }) {
  const { row, gate } = props;
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  return (
    <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', py: 0.5 }}>
      <strong>{row.version}</strong>
      {row.aliases.map(alias => (
        <Chip key={alias} size="small" variant="outlined" label={alias} />
      ))}
      {gate && (
        <GateChip
          state={gate.state}
          blockers={gate.blockers}
          environment={t('picker.prod')}
        />
      )}
      <span>
        {t('picker.created')} <RelativeTime at={row.createdAt} />
      </span>
    </Box>
  );
}

interface VersionSelectProps {
  model: string;
  value: string | undefined;
  onChange: (version: string) => void;
}

function Versions(
  props: VersionSelectProps & { rows: VersionRow[]; total: number },
) {
  const { model, value, onChange, rows, total } = props;
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  const gates = useProdGates(model);
  const label = useId();
  return (
    <FormControl>
      <FormLabel id={label}>{t('picker.versions', { model })}</FormLabel>
      <RadioGroup
        aria-labelledby={label}
        value={value ?? ''}
        onChange={(_event, version) => onChange(version)}
      >
        {rows.map(row => (
          <FormControlLabel
            key={row.version}
            value={row.version}
            disabled={row.status !== 'ready' || row.tombstone !== undefined}
            control={<Radio size="small" />}
            label={<VersionLabel row={row} gate={gates.get(row.version)} />}
          />
        ))}
      </RadioGroup>
      {total > rows.length && (
        <FormHelperText>
          {t('picker.more', { shown: `${rows.length}`, total: `${total}` })}
        </FormHelperText>
      )}
    </FormControl>
  );
}

/** The versions of a model to choose from, with their gate for prod. */
export function VersionSelect(props: VersionSelectProps) {
  const { model } = props;
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  const api = useApi(modelCatalogApiRef);
  const { value, error, reload } = useLoad(
    signal => api.listVersions(model, { limit: offered }, { signal }),
    [api, model],
  );
  if (error)
    return (
      <LoadFailure
        error={error}
        what={t('picker.whatVersions')}
        retry={reload}
      />
    );
  if (!value) return <LoadingRows rows={3} />;
  if (value.items.length === 0)
    return <Notice kind="empty" title={t('picker.noVersions')} />;
  return <Versions {...props} rows={value.items} total={value.totalItems} />;
}
