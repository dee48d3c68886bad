import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  LoadFailure,
  LoadingRows,
  RelativeTime,
  useLoad,
} from '@modelyard/plugin-model-react';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableRow from '@mui/material/TableRow';
import { deliveryApiRef } from '../../api/deliveryApiRef';
import { modelDeliveryTranslationRef } from '../../translation';
import { AuthorText } from '../AuthorText';
import { HeaderRow } from '../HeaderRow';

const shown = 20;

/** The newest commits of a service's repository. */
export function CommitsTable({ name }: { name: string }) {
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  const api = useApi(deliveryApiRef);
  const { value, error, reload } = useLoad(
    signal => api.listCommits(name, shown, { signal }),
    [api, name],
  );
  const label = t('commits.title');
  if (error)
    return (
      <LoadFailure error={error} what={t('commits.what')} retry={reload} />
    );
  if (!value) return <LoadingRows rows={2} />;
  return (
    <TableContainer tabIndex={0} role="region" aria-label={label}>
      <Table size="small" aria-label={label}>
        <HeaderRow
          texts={[
            t('commits.commit'),
            t('commits.message'),
            t('commits.author'),
            t('commits.at'),
          ]}
        />
        <TableBody>
          {value.items.map(({ commit, message, by, at }) => (
            <TableRow key={commit}>
              <TableCell>
                <code title={commit}>{commit.slice(0, 8)}</code>
              </TableCell>
              <TableCell>{message}</TableCell>
              <TableCell>
                <AuthorText by={by} />
              </TableCell>
              <TableCell>
                <RelativeTime at={at} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
