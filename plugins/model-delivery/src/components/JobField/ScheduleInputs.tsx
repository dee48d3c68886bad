import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { modelDeliveryTranslationRef } from '../../translation';
import { errorAt, FieldErrors } from '../form/fieldErrors';
import { ChoiceInput, TextInput } from '../form/Inputs';
import { describeSchedule } from './describeSchedule';
import { JobTrigger } from './jobFieldSchema';

type Schedule = Extract<JobTrigger, { kind: 'schedule' }>;

const zonesList = 'modelyard-time-zones';

function TimeZones() {
  return (
    <datalist id={zonesList}>
      {Intl.supportedValuesOf('timeZone').map(zone => (
        <option key={zone} value={zone} />
      ))}
    </datalist>
  );
}

/** When a job runs: cron, time zone, what keeps the time, and all of it in words. */
export function ScheduleInputs(props: {
  id: string;
  value: Schedule;
  errors?: FieldErrors;
  onChange: (value: Schedule) => void;
}) {
  const { id, value, errors, onChange } = props;
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  const { cron, timeZone } = value;
  const sentence = describeSchedule(t, cron, timeZone);
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <TextInput
        id={`${id}_cron`}
        label={t('schedule.cron')}
        required
        monospace
        value={cron}
        error={errorAt(errors, 'cron')}
        help={t('schedule.cronHelp')}
        onChange={text => onChange({ ...value, cron: text })}
      />
      <Typography variant="body2" aria-live="polite">
        {sentence ?? t('schedule.unreadable')}
      </Typography>
      <TextInput
        id={`${id}_timeZone`}
        label={t('schedule.timeZone')}
        value={timeZone}
        list={zonesList}
        error={errorAt(errors, 'timeZone')}
        help={t('schedule.timeZoneHelp')}
        onChange={text => onChange({ ...value, timeZone: text || undefined })}
      />
      <TimeZones />
      <ChoiceInput
        id={`${id}_engine`}
        label={t('schedule.engine')}
        value={value.engine ?? 'cronjob'}
        options={[
          { value: 'cronjob', title: t('schedule.engines.cronjob') },
          {
            value: 'argo-workflows',
            title: t('schedule.engines.argo-workflows'),
          },
        ]}
        onChange={engine => onChange({ ...value, engine })}
      />
    </Box>
  );
}
