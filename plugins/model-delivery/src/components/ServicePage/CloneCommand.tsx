import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { modelDeliveryTranslationRef } from '../../translation';

/** How to get the repository with a stock Git. */
export function CloneCommand({ cloneUrl }: { cloneUrl: string }) {
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  const [copied, setCopied] = useState(false);
  const command = `git clone ${cloneUrl}`;
  const copy = () =>
    navigator.clipboard
      .writeText(command)
      .then(() => setCopied(true))
      .catch(() => setCopied(false));
  return (
    <Box>
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', my: 1 }}>
        <Box
          component="code"
          sx={{
            fontFamily: 'monospace',
            overflowWrap: 'anywhere',
            border: 1,
            borderColor: 'divider',
            borderRadius: 1,
            px: 1,
            py: 0.5,
          }}
        >
          {command}
        </Box>
        <Button size="small" variant="outlined" onClick={copy}>
          {copied ? t('service.copied') : t('service.copy')}
        </Button>
      </Box>
      <Typography variant="body2" color="text.secondary">
        {t('service.cloneHelp')}
      </Typography>
    </Box>
  );
}
