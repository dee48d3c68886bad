import { stringifyEntityRef } from '@backstage/catalog-model';
import { Content } from '@backstage/core-components';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  AnswerLine,
  LoadFailure,
  LoadingRows,
  Notice,
  useLoad,
} from '@modelyard/plugin-model-react';
import Box from '@mui/material/Box';
import { deliveryApiRef } from '../../api/deliveryApiRef';
import { modelDeliveryTranslationRef } from '../../translation';
import { CreateLink } from '../CreateLink';
import { ServicesTable } from '../ServicesTable';

const limit = 200;

/** Tab of a Model: the services that serve it. */
export function ModelServicesContent() {
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  const api = useApi(deliveryApiRef);
  const model = stringifyEntityRef(useEntity().entity);
  const { value, error, reload } = useLoad(
    signal => api.listServices({ model, limit }, { signal }),
    [api, model],
  );
  if (error)
    return (
      <Content>
        <LoadFailure error={error} what={t('services.what')} retry={reload} />
      </Content>
    );
  if (!value)
    return (
      <Content>
        <LoadingRows />
      </Content>
    );
  return (
    <Content>
      <AnswerLine>
        {t('modelServices.answer', { count: value.totalItems })}
      </AnswerLine>
      <Box sx={{ mt: 2 }}>
        {value.items.length > 0 ? (
          <ServicesTable services={value.items} />
        ) : (
          <Notice
            kind="empty"
            title={t('services.empty')}
            action={<CreateLink />}
          >
            {t('services.emptyHelp')}
          </Notice>
        )}
      </Box>
    </Content>
  );
}
