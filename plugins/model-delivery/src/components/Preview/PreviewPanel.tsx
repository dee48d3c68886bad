import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { DeliveryFinding } from '@modelyard/plugin-model-delivery-common';
import { LoadFailure, LoadingRows } from '@modelyard/plugin-model-react';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { Fragment, ReactNode } from 'react';
import { modelDeliveryTranslationRef } from '../../translation';
import { EnvironmentsSummary } from './EnvironmentsSummary';
import { FilesSection } from './FilesSection';
import { FieldLink, FindingsList } from './FindingsList';
import { PlanPreview } from './usePlan';
import { usePreviewSentence } from './usePreviewSentence';

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Box component="section" sx={{ mt: 3 }}>
      <Typography component="h3" sx={{ fontWeight: 600, mb: 0.5 }}>
        {title}
      </Typography>
      {children}
    </Box>
  );
}

function Missing(props: {
  missing: readonly DeliveryFinding[];
  values: unknown;
  shown: readonly string[];
}) {
  const { missing, values, shown } = props;
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  if (!missing.length) return null;
  return (
    <Typography variant="body2" sx={{ mt: 1 }}>
      {t('preview.missing')}{' '}
      {missing.map(({ field = '' }, index) => (
        <Fragment key={field}>
          {index > 0 && ', '}
          <FieldLink field={field} values={values} shown={shown} />
        </Fragment>
      ))}
      .
    </Typography>
  );
}

function Planned({ preview }: { preview: PlanPreview }) {
  const { plan, input, current, loading, error } = preview;
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  if (!plan)
    return loading && !error ? <LoadingRows rows={8} height={24} /> : null;
  return (
    <Box aria-busy={loading}>
      {!current && !loading && (
        <Typography variant="body2" color="text.secondary" sx={{ mt: 2 }}>
          {t('preview.old')}
        </Typography>
      )}
      {input && current && (
        <Section title={t('preview.environments')}>
          <EnvironmentsSummary input={input} plan={plan} />
        </Section>
      )}
      {plan.files.length > 0 && (
        <Section title={t('preview.files', { count: plan.files.length })}>
          <FilesSection plan={plan} service={plan.entityRef.split('/')[1]} />
        </Section>
      )}
    </Box>
  );
}

/**
 * The living preview beside the form: what is missing or wrong, what it costs
 * where, and every file that would be written.
 */
export function PreviewPanel(props: {
  preview: PlanPreview;
  /** Fields of the step that is shown. */
  shown: readonly string[];
}) {
  const { preview, shown } = props;
  const { missing, findings, draft, error, retry, plan } = preview;
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  const sentence = usePreviewSentence(preview);
  return (
    <Box component="aside" aria-label={t('preview.title')} sx={{ minWidth: 0 }}>
      <Typography
        role="status"
        sx={{ fontSize: '1.125rem', fontWeight: 500, lineHeight: 1.4 }}
      >
        {sentence}
      </Typography>
      <Missing missing={missing} values={draft} shown={shown} />
      <FindingsList findings={findings} values={draft} shown={shown} />
      {error && (
        <LoadFailure error={error} what={t('preview.what')} retry={retry} />
      )}
      {!plan && missing.length > 0 && (
        <Typography variant="body2" color="text.secondary" sx={{ mt: 1 }}>
          {t('preview.empty')}
        </Typography>
      )}
      <Planned preview={preview} />
    </Box>
  );
}
