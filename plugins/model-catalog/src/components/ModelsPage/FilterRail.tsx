import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { LoadingRows } from '@modelyard/plugin-model-react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Collapse from '@mui/material/Collapse';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import { ReactNode, useState } from 'react';
import { modelCatalogTranslationRef } from '../../translation';
import { FilterSection } from './FilterSection';
import { Facets } from './useFacets';
import { FilterName, filterNames, Filters } from './useModelsState';

interface FilterRailProps {
  facets: Facets;
  filters: Filters;
  onChange: (name: FilterName, value: string | undefined) => void;
  onClear: () => void;
  children: ReactNode;
}

/** Filters that most people ask for; the others open when they are wanted. */
const common: FilterName[] = ['owner', 'lifecycle', 'task', 'tier'];

function Sections(props: Omit<FilterRailProps, 'children' | 'onClear'>) {
  const { facets, filters, onChange } = props;
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const { left, error } = facets;
  const names = filterNames.filter(
    name => left?.[name].length || filters[name] !== undefined,
  );
  return (
    <>
      {names.map(name => (
        <FilterSection
          key={name}
          name={name}
          values={left?.[name] ?? []}
          chosen={filters[name]}
          startsOpen={common.includes(name)}
          onChange={value => onChange(name, value)}
        />
      ))}
      {error && (
        <Typography variant="body2" color="text.secondary" sx={{ mt: 2 }}>
          {t('filter.unknown')}
        </Typography>
      )}
      {!left && !error && (
        <Box sx={{ mt: 2 }}>
          <LoadingRows rows={6} height={24} />
        </Box>
      )}
    </>
  );
}

/** Search and filters; a button opens them where the window is narrow. */
export function FilterRail(props: FilterRailProps) {
  const { filters, onClear, children } = props;
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const narrow = useMediaQuery('(max-width:899.95px)');
  const [open, setOpen] = useState(false);
  const count = Object.keys(filters).length;
  return (
    <Box
      component="section"
      aria-label={t('models.filters')}
      sx={{ width: narrow ? '100%' : 224, flexShrink: 0 }}
    >
      {children}
      {narrow && (
        <Button
          size="small"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {count ? t('models.filtersSet', { count }) : t('models.filters')}
        </Button>
      )}
      <Collapse in={!narrow || open} unmountOnExit>
        <Sections {...props} />
        {count > 0 && (
          <Button size="small" sx={{ mt: 1 }} onClick={onClear}>
            {t('models.clear')}
          </Button>
        )}
      </Collapse>
    </Box>
  );
}
