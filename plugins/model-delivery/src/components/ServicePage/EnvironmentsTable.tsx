import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { InferenceService } from '@modelyard/plugin-model-delivery-common';
import {
  DigestText,
  RelativeTime,
  useModelLinks,
} from '@modelyard/plugin-model-react';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { modelDeliveryTranslationRef } from '../../translation';
import { ObservedText } from '../ObservedText';

/** What Git declares and what is observed, by environment. */
export function EnvironmentsTable({ service }: { service: InferenceService }) {
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  const links = useModelLinks();
  const label = t('service.environments');
  return (
    <TableContainer tabIndex={0} role="region" aria-label={label}>
      <Table size="small" aria-label={label}>
        <TableHead>
          <TableRow>
            <TableCell>{t('service.environment')}</TableCell>
            <TableCell>{t('service.declared')}</TableCell>
            <TableCell>{t('service.observed')}</TableCell>
            <TableCell>{t('service.digest')}</TableCell>
            <TableCell>{t('service.namespace')}</TableCell>
            <TableCell>{t('service.since')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {service.environments.map(
            ({ name, namespace, declared, observed }) => (
              <TableRow key={name}>
                <TableCell component="th" scope="row">
                  {name}
                </TableCell>
                <TableCell>
                  {links ? (
                    <Link to={links.version(service.model, declared.version)}>
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
                  <RelativeTime at={declared.at} />{' '}
                  {t('service.by', { author: declared.by })}
                </TableCell>
              </TableRow>
            ),
          )}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
