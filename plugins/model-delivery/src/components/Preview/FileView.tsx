import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { PlanAnswer } from '@modelyard/plugin-model-delivery-common';
import {
  LoadFailure,
  LoadingRows,
  useLoad,
} from '@modelyard/plugin-model-react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { deliveryApiRef } from '../../api/deliveryApiRef';
import { modelDeliveryTranslationRef } from '../../translation';
import { CodeLines } from './CodeLines';
import { DiffRow, diffRows } from './diffRows';
import { Change } from './fileTree';

function CopyButton({ text }: { text: string }) {
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <Button size="small" onClick={copy} aria-live="polite">
      {t(copied ? 'service.copied' : 'preview.copy')}
    </Button>
  );
}

/** Compares a planned file with what lies in the repository now. */
function Difference(props: { service: string; path: string; content: string }) {
  const { service, path, content } = props;
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  const api = useApi(deliveryApiRef);
  const { value, error, reload } = useLoad(
    signal => api.getFile(service, path, { signal }),
    [api, service, path],
  );
  if (error)
    return (
      <LoadFailure error={error} what={t('files.whatOne')} retry={reload} />
    );
  if (!value) return <LoadingRows rows={4} height={20} />;
  if (value.content === undefined)
    return <Typography variant="body2">{t('files.binary')}</Typography>;
  return (
    <CodeLines
      label={t('preview.differenceOf', { path })}
      rows={diffRows(value.content, content)}
    />
  );
}

const asRows = (content: string): DiffRow[] =>
  content
    .replace(/\n$/, '')
    .split('\n')
    .map(text => ({ kind: 'same', text }));

interface FileViewProps {
  plan: PlanAnswer;
  service: string;
  path: string;
}

function Header(props: {
  path: string;
  view: View;
  choices: View[];
  content: string;
  onView: (view: View) => void;
}) {
  const { path, view, choices, content, onView } = props;
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  return (
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', mb: 0.5 }}>
      <Typography
        sx={{ fontFamily: 'monospace', fontSize: 13, overflowWrap: 'anywhere' }}
      >
        {path}
      </Typography>
      <Box sx={{ flex: 1 }} />
      {choices.length > 1 && (
        <ToggleButtonGroup
          exclusive
          size="small"
          aria-label={t('preview.view')}
          value={view}
          onChange={(_event, next) => next && onView(next)}
        >
          {choices.map(choice => (
            <ToggleButton key={choice} value={choice} sx={{ py: 0.25 }}>
              {t(`preview.views.${choice}`)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      )}
      <CopyButton key={path} text={content} />
    </Box>
  );
}

type View = 'difference' | 'content';

const viewsOf: Record<Change | 'same', View[]> = {
  added: ['content'],
  changed: ['difference', 'content'],
  removed: ['difference'],
  same: ['content'],
};

/** One file of the plan: its content, or how it differs from what is there. */
export function FileView({ plan, service, path }: FileViewProps) {
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  const [wanted, setWanted] = useState<View>('difference');
  const change = plan.changes.find(item => item.path === path)?.change;
  const content = plan.files.find(file => file.path === path)?.content ?? '';
  const choices = viewsOf[change ?? 'same'];
  const view = choices.includes(wanted) ? wanted : choices[0];
  return (
    <Box>
      <Header
        path={path}
        view={view}
        choices={choices}
        content={content}
        onView={setWanted}
      />
      {view === 'difference' ? (
        <Difference service={service} path={path} content={content} />
      ) : (
        <CodeLines
          label={t('files.content', { path })}
          rows={asRows(content)}
        />
      )}
    </Box>
  );
}
