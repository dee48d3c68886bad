import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { proposeTier, RiskTier } from '@modelyard/plugin-model-catalog-common';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import { modelCatalogTranslationRef } from '../../translation';
import { readAnswers } from './readAnswers';

function severityOf(tier: RiskTier): 'error' | 'warning' | 'info' {
  if (tier === 'prohibited') return 'error';
  return tier === 'high' ? 'warning' : 'info';
}

/** The tier that the answers speak for so far, and why. */
export function Proposal({ value }: { value: unknown }) {
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const { answers, open } = readAnswers(value);
  const { proposed: tier, reasons } = proposeTier(answers);
  const sentence = open
    ? t('tier.soFar', { count: open, tier })
    : t('tier.proposed', { tier });
  return (
    <Alert
      severity={severityOf(tier)}
      role="status"
      aria-label={t('tier.what')}
      sx={{ mt: 2 }}
    >
      <strong>{sentence}</strong>
      <Box component="ul" sx={{ m: 0, mt: 1, pl: 2.5 }}>
        {reasons.map(reason => (
          <li key={reason}>{t(`tier.reasons.${reason}`)}</li>
        ))}
      </Box>
      {tier === 'prohibited' && <Box sx={{ mt: 1 }}>{t('tier.refused')}</Box>}
    </Alert>
  );
}
