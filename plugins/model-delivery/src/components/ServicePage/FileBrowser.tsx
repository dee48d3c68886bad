import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  LoadFailure,
  LoadingRows,
  useLoad,
} from '@modelyard/plugin-model-react';
import Box from '@mui/material/Box';
import List from '@mui/material/List';
import ListItemButton from '@mui/material/ListItemButton';
import Typography from '@mui/material/Typography';
import { useSearchParams } from 'react-router-dom';
import { deliveryApiRef } from '../../api/deliveryApiRef';
import { modelDeliveryTranslationRef } from '../../translation';

function FileContent({ name, path }: { name: string; path: string }) {
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  const api = useApi(deliveryApiRef);
  const { value, error, reload } = useLoad(
    signal => api.getFile(name, path, { signal }),
    [api, name, path],
  );
  if (error)
    return (
      <LoadFailure error={error} what={t('files.whatOne')} retry={reload} />
    );
  if (!value) return <LoadingRows rows={6} height={20} />;
  if (value.content === undefined)
    return <Typography>{t('files.binary')}</Typography>;
  return (
    <Box
      component="pre"
      tabIndex={0}
      role="region"
      aria-label={t('files.content', { path })}
      sx={{
        m: 0,
        p: 2,
        overflow: 'auto',
        maxHeight: 480,
        fontSize: '0.8125rem',
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
      }}
    >
      {value.content}
    </Box>
  );
}

/** The files of a service's repository; the chosen one is in the address. */
export function FileBrowser({ name }: { name: string }) {
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  const api = useApi(deliveryApiRef);
  const [params, setParams] = useSearchParams();
  const chosen = params.get('file') ?? undefined;
  const { value, error, reload } = useLoad(
    signal => api.listFiles(name, { signal }),
    [api, name],
  );
  if (error)
    return <LoadFailure error={error} what={t('files.what')} retry={reload} />;
  if (!value) return <LoadingRows rows={8} height={28} />;
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: '1fr', md: 'minmax(220px, 1fr) 3fr' },
        gap: 2,
      }}
    >
      <List dense component="nav" aria-label={t('files.list')} disablePadding>
        {value.items.map(({ path }) => (
          <ListItemButton
            key={path}
            selected={path === chosen}
            aria-current={path === chosen ? 'true' : undefined}
            onClick={() => setParams({ file: path })}
            sx={{
              overflowWrap: 'anywhere',
              fontFamily: 'monospace',
              fontSize: '0.8125rem',
            }}
          >
            {path}
          </ListItemButton>
        ))}
      </List>
      <Box sx={{ minWidth: 0 }}>
        {chosen ? (
          <FileContent name={name} path={chosen} />
        ) : (
          <Typography color="text.secondary">{t('files.choose')}</Typography>
        )}
      </Box>
    </Box>
  );
}
