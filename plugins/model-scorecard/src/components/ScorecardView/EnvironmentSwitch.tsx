import { useTranslationRef } from '@backstage/frontend-plugin-api';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { environments } from '../../domain/environments';
import { modelScorecardTranslationRef } from '../../translation';

/** Which environment the gate is asked about. */
export function EnvironmentSwitch(props: {
  environment: string;
  onChange: (environment: string) => void;
}) {
  const { environment, onChange } = props;
  const { t } = useTranslationRef(modelScorecardTranslationRef);
  const offered = [...new Set<string>([...environments, environment])];
  return (
    <ToggleButtonGroup
      size="small"
      exclusive
      value={environment}
      aria-label={t('scorecard.environment')}
      onChange={(_, chosen: string | null) => chosen && onChange(chosen)}
    >
      {offered.map(name => (
        <ToggleButton
          key={name}
          value={name}
          sx={{ textTransform: 'none', color: 'text.primary' }}
        >
          {name}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
