import { Content } from '@backstage/core-components';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { ServicePage } from '@modelyard/plugin-model-delivery-common';
import {
  AnswerLine,
  Load,
  LoadFailure,
  LoadingRows,
  Notice,
  useLoad,
} from '@modelyard/plugin-model-react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useSearchParams } from 'react-router-dom';
import { deliveryApiRef } from '../../api/deliveryApiRef';
import { modelDeliveryTranslationRef } from '../../translation';
import { CreateLink } from '../CreateLink';
import { ServicesTable } from '../ServicesTable';

const pageSize = 25;

/** The question that the page asks, kept in its address. */
function useQuestion() {
  const [params, setParams] = useSearchParams();
  const q = params.get('q') ?? '';
  const cursor = params.get('cursor') ?? undefined;
  const change = (next: { q: string; cursor?: string }) =>
    setParams(
      {
        ...(next.q && { q: next.q }),
        ...(next.cursor && { cursor: next.cursor }),
      },
      { replace: next.q !== q },
    );
  return { q, cursor, change };
}

type Question = ReturnType<typeof useQuestion>;

function Pager({ question, page }: { question: Question; page: ServicePage }) {
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  const { q, cursor, change } = question;
  return (
    <Box sx={{ display: 'flex', gap: 1, mt: 2 }}>
      {cursor && (
        <Button size="small" onClick={() => change({ q })}>
          {t('services.first')}
        </Button>
      )}
      {page.nextCursor && (
        <Button
          size="small"
          onClick={() => change({ q, cursor: page.nextCursor })}
        >
          {t('services.next')}
        </Button>
      )}
    </Box>
  );
}

function Services(props: { load: Load<ServicePage>; question: Question }) {
  const { load, question } = props;
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  if (load.error)
    return (
      <LoadFailure
        error={load.error}
        what={t('services.what')}
        retry={load.reload}
      />
    );
  if (!load.value) return <LoadingRows />;
  if (load.value.items.length === 0 && question.q)
    return <Notice kind="empty" title={t('services.noMatch')} />;
  if (load.value.items.length === 0)
    return (
      <Notice kind="empty" title={t('services.empty')} action={<CreateLink />}>
        {t('services.emptyHelp')}
      </Notice>
    );
  return (
    <>
      <ServicesTable services={load.value.items} withModel />
      <Pager question={question} page={load.value} />
    </>
  );
}

/** Every inference service that the reader may see. */
export function ServicesPage() {
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  const api = useApi(deliveryApiRef);
  const question = useQuestion();
  const { q, cursor } = question;
  const load = useLoad(
    signal =>
      api.listServices(
        { limit: pageSize, ...(q && { q }), ...(cursor && { cursor }) },
        { signal },
      ),
    [api, q, cursor],
    { keep: true },
  );
  return (
    <Content>
      <AnswerLine>
        {load.value
          ? t('services.answer', { count: load.value.totalItems })
          : t('services.loading')}
      </AnswerLine>
      <Box sx={{ display: 'flex', gap: 2, my: 2, alignItems: 'center' }}>
        <TextField
          size="small"
          type="search"
          label={t('services.search')}
          value={q}
          onChange={event => question.change({ q: event.target.value })}
          sx={{ minWidth: 280 }}
        />
        <CreateLink />
      </Box>
      <Services load={load} question={question} />
    </Content>
  );
}
