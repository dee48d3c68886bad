import { Link } from '@backstage/core-components';
import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { InferenceService } from '@modelyard/plugin-model-delivery-common';
import Chip from '@mui/material/Chip';
import Stack from '@mui/material/Stack';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { rootRouteRef } from '../routes';
import { modelDeliveryTranslationRef } from '../translation';
import { EntityLink } from './EntityLink';
import { inPromotionOrder, useEnvironments } from './useEnvironments';

function Environments({ service }: { service: InferenceService }) {
  const { environments } = inPromotionOrder(service, useEnvironments());
  return (
    <Stack direction="row" useFlexGap flexWrap="wrap" spacing={1}>
      {environments.map(({ name, declared }) => (
        <Chip
          key={name}
          size="small"
          variant="outlined"
          label={`${name} · ${declared.version}`}
          title={declared.digest}
          sx={{ m: 0 }}
        />
      ))}
    </Stack>
  );
}

function ServiceRow(props: { service: InferenceService; withModel: boolean }) {
  const { service, withModel } = props;
  const root = useRouteRef(rootRouteRef)?.() ?? '/services';
  return (
    <TableRow hover>
      <TableCell component="th" scope="row">
        <Link to={`${root}/${service.name}`}>{service.name}</Link>
      </TableCell>
      {withModel && (
        <TableCell>
          <EntityLink entityRef={service.model} />
        </TableCell>
      )}
      <TableCell>
        <Environments service={service} />
      </TableCell>
      <TableCell>
        <EntityLink entityRef={service.owner} />
      </TableCell>
    </TableRow>
  );
}

/** Services with the version that Git declares in every environment. */
export function ServicesTable(props: {
  services: InferenceService[];
  withModel?: boolean;
}) {
  const { services, withModel = false } = props;
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  return (
    <TableContainer tabIndex={0} role="region" aria-label={t('services.table')}>
      <Table size="small" aria-label={t('services.table')}>
        <TableHead>
          <TableRow>
            <TableCell>{t('services.name')}</TableCell>
            {withModel && <TableCell>{t('services.model')}</TableCell>}
            <TableCell>{t('services.environments')}</TableCell>
            <TableCell>{t('services.owner')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {services.map(service => (
            <ServiceRow
              key={service.name}
              service={service}
              withModel={withModel}
            />
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
