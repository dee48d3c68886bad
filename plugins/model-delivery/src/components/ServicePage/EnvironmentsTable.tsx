import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  InferenceService,
  ServiceEnvironment,
} from '@modelyard/plugin-model-delivery-common';
import {
  DigestText,
  RelativeTime,
  useModelLinks,
} from '@modelyard/plugin-model-react';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableRow from '@mui/material/TableRow';
import { modelDeliveryTranslationRef } from '../../translation';
import { AuthorText } from '../AuthorText';
import { HeaderRow } from '../HeaderRow';
import { ObservedText } from '../ObservedText';

function EnvironmentRow(props: {
  model: string;
  environment: ServiceEnvironment;
}) {
  const { model, environment } = props;
  const { name, namespace, declared, observed } = environment;
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  const links = useModelLinks();
  return (
    <TableRow>
      <TableCell component="th" scope="row">
        {name}
      </TableCell>
      <TableCell>
        {links ? (
          <Link to={links.version(model, declared.version)}>
            {declared.version}
          </Link>
        ) : (
          declared.version
        )}
      </TableCell>
      <TableCell>
        <ObservedText observed={observed} />
      </TableCell>
      <TableCell>
        <DigestText digest={declared.digest} />
      </TableCell>
      <TableCell>{namespace}</TableCell>
      <TableCell>
        <RelativeTime at={declared.at} /> {t('service.by')}{' '}
        <AuthorText by={declared.by} />
      </TableCell>
    </TableRow>
  );
}

/** What Git declares and what is observed, by environment. */
export function EnvironmentsTable({ service }: { service: InferenceService }) {
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  const label = t('service.environments');
  return (
    <TableContainer tabIndex={0} role="region" aria-label={label}>
      <Table size="small" aria-label={label}>
        <HeaderRow
          texts={[
            t('service.environment'),
            t('service.declared'),
            t('service.observed'),
            t('service.digest'),
            t('service.namespace'),
            t('service.since'),
          ]}
        />
        <TableBody>
          {service.environments.map(environment => (
            <EnvironmentRow
              key={environment.name}
              model={service.model}
              environment={environment}
            />
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
