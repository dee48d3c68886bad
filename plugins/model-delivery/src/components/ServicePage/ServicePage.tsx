import { parseEntityRef } from '@backstage/catalog-model';
import { Content, Link } from '@backstage/core-components';
import {
  useApi,
  useRouteRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { InferenceService } from '@modelyard/plugin-model-delivery-common';
import {
  AnswerLine,
  LoadFailure,
  LoadingRows,
  useLoad,
} from '@modelyard/plugin-model-react';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { ReactNode } from 'react';
import { useParams } from 'react-router-dom';
import { deliveryApiRef } from '../../api/deliveryApiRef';
import { rootRouteRef } from '../../routes';
import { modelDeliveryTranslationRef } from '../../translation';
import { EntityLink } from '../EntityLink';
import { inPromotionOrder, useEnvironments } from '../useEnvironments';
import { CloneCommand } from './CloneCommand';
import { CommitsTable } from './CommitsTable';
import { EnvironmentsTable } from './EnvironmentsTable';
import { FileBrowser } from './FileBrowser';

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Box component="section" sx={{ mt: 4 }}>
      <Typography variant="h6" component="h2" gutterBottom>
        {title}
      </Typography>
      {children}
    </Box>
  );
}

function Answer({ service }: { service: InferenceService }) {
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  const places = service.environments.map(({ name, declared }) =>
    t('service.place', { environment: name, version: declared.version }),
  );
  return (
    <AnswerLine>
      {t('service.answer', {
        count: places.length,
        name: service.name,
        model: parseEntityRef(service.model).name,
        places: places.join(', '),
      })}
    </AnswerLine>
  );
}

function Service({ service }: { service: InferenceService }) {
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  return (
    <>
      <Answer service={service} />
      <Typography
        component="div"
        variant="body2"
        sx={{ display: 'flex', gap: 3, flexWrap: 'wrap', mt: 1 }}
      >
        <span>
          {t('services.model')}: <EntityLink entityRef={service.model} />
        </span>
        <span>
          {t('services.owner')}: <EntityLink entityRef={service.owner} />
        </span>
        <span>
          {t('service.component')}: <EntityLink entityRef={service.entityRef} />
        </span>
      </Typography>
      <Section title={t('service.environments')}>
        <EnvironmentsTable service={service} />
      </Section>
      <Section title={t('service.clone')}>
        <CloneCommand cloneUrl={service.cloneUrl} />
      </Section>
      <Section title={t('files.title')}>
        <FileBrowser name={service.name} />
      </Section>
      <Section title={t('commits.title')}>
        <CommitsTable name={service.name} />
      </Section>
    </>
  );
}

/** One inference service: what is declared where, and its repository. */
export function ServicePage() {
  const { name = '' } = useParams();
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  const api = useApi(deliveryApiRef);
  const root = useRouteRef(rootRouteRef)?.() ?? '/services';
  const environments = useEnvironments();
  const { value, error, reload } = useLoad(
    signal => api.getService(name, { signal }),
    [api, name],
  );
  return (
    <Content>
      <Typography component="div" variant="body2" sx={{ mb: 1 }}>
        <Link to={root}>{t('service.back')}</Link>
      </Typography>
      {error && (
        <LoadFailure
          error={error}
          what={t('service.what', { name })}
          retry={reload}
        />
      )}
      {!error && !value && <LoadingRows rows={6} />}
      {value && <Service service={inPromotionOrder(value, environments)} />}
    </Content>
  );
}
