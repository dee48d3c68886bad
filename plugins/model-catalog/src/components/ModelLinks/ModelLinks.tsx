import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { ModelLink } from '@modelyard/plugin-model-catalog-common';
import { modelCatalogApiRef, useLoad } from '@modelyard/plugin-model-react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { modelCatalogTranslationRef } from '../../translation';
import { Field } from '../AboutModelCard/Field';
import { ConfirmDialog } from '../ConfirmDialog';
import { useAdministered } from '../useAdministered';
import { LinkText } from './LinkText';
import { StateLinkDialog } from './StateLinkDialog';

/** How many links are shown before somebody asks for the rest. */
const few = 5;

interface ModelLinksProps {
  modelRef: string;
  title: string;
  /** Id of the model's source. */
  source: string | undefined;
}

function WithdrawDialog(props: {
  modelRef: string;
  link: ModelLink;
  onClose: () => void;
  onWithdrawn: () => void;
}) {
  const { modelRef, link, onClose, onWithdrawn } = props;
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const api = useApi(modelCatalogApiRef);
  return (
    <ConfirmDialog
      title={t('links.withdrawTitle', { title: link.title })}
      confirm={t('links.withdrawConfirm')}
      cancel={t('links.cancel')}
      onClose={onClose}
      onConfirm={async () => {
        await api.withdrawLink(modelRef, link.ref);
        onWithdrawn();
      }}
      failed={reason => t('links.failed', { reason })}
    >
      <Typography>{t('links.withdrawHelp')}</Typography>
    </ConfirmDialog>
  );
}

function LinkItems(props: {
  links: ModelLink[];
  onWithdraw?: (link: ModelLink) => void;
}) {
  const { links, onWithdraw } = props;
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const [all, setAll] = useState(false);
  const shown = all ? links : links.slice(0, few);
  const rest = links.length - shown.length;
  return (
    <>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {shown.map(link => (
          <Box component="li" key={link.ref} sx={{ mb: 0.5 }}>
            <LinkText link={link} />
            {link.statement && onWithdraw && (
              <Button
                size="small"
                aria-label={t('links.withdrawOf', { title: link.title })}
                onClick={() => onWithdraw(link)}
                sx={{ p: 0, minWidth: 0 }}
              >
                {t('links.withdraw')}
              </Button>
            )}
          </Box>
        ))}
      </Box>
      {rest > 0 && (
        <Button size="small" onClick={() => setAll(true)}>
          {t('links.more', { count: rest })}
        </Button>
      )}
    </>
  );
}

/** Models that are the same as this one, by digest or because somebody says so. */
export function ModelLinks({ modelRef, title, source }: ModelLinksProps) {
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const api = useApi(modelCatalogApiRef);
  const administered = useAdministered(source ? [source] : []);
  const mayAdminister = (administered?.size ?? 0) > 0;
  const [stating, setStating] = useState(false);
  const [withdrawing, setWithdrawing] = useState<ModelLink>();
  const { value, error, reload } = useLoad(
    signal => api.listLinks(modelRef, { signal }),
    [api, modelRef],
  );
  // A model that no source gives has no versions to be the same by.
  const isWithoutSource = error?.name === 'NotFoundError';
  if (isWithoutSource) return null;
  const links = value?.items ?? [];
  if (!error && !links.length && !mayAdminister) return null;
  return (
    <Field name={t('links.field')} none="">
      {error && t('links.unknown')}
      {value && !links.length && <div>{t('links.none')}</div>}
      <LinkItems
        links={links}
        onWithdraw={mayAdminister ? setWithdrawing : undefined}
      />
      {value && mayAdminister && (
        <Button
          size="small"
          onClick={() => setStating(true)}
          sx={{ p: 0, minWidth: 0 }}
        >
          {t('links.state')}
        </Button>
      )}
      {stating && (
        <StateLinkDialog
          modelRef={modelRef}
          title={title}
          onClose={() => setStating(false)}
          onStated={reload}
        />
      )}
      {withdrawing && (
        <WithdrawDialog
          modelRef={modelRef}
          link={withdrawing}
          onClose={() => setWithdrawing(undefined)}
          onWithdrawn={reload}
        />
      )}
    </Field>
  );
}
