import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { humanizeEntityRef } from '@backstage/plugin-catalog-react';
import { parseEntityRef } from '@backstage/catalog-model';
import { ModelFacets } from '@modelyard/plugin-model-catalog-common';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Collapse from '@mui/material/Collapse';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import useMediaQuery from '@mui/material/useMediaQuery';
import { ReactNode, useState } from 'react';
import { modelCatalogTranslationRef } from '../../translation';
import { FilterName, filterNames, ModelsState } from './useModelsState';

interface FilterRailProps {
  facets?: ModelFacets;
  filters: ModelsState['filters'];
  onChange: (name: FilterName, value: string | undefined) => void;
  onClear: () => void;
  children: ReactNode;
}

function ownerText(value: string): string {
  return humanizeEntityRef(parseEntityRef(value, { defaultKind: 'group' }), {
    defaultKind: 'group',
  });
}

const dot = <Radio size="small" sx={{ py: 0.25 }} />;

function Facet(props: {
  name: FilterName;
  values: ModelFacets['owner'];
  chosen?: string;
  onChange: (value: string | undefined) => void;
}) {
  const { name, values, chosen = '', onChange } = props;
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const label = (value: string) => {
    if (name !== 'owner') return value;
    return value === 'none' ? t('models.nobody') : ownerText(value);
  };
  const known = values.some(({ value }) => value === chosen);
  const shown =
    chosen && !known ? [...values, { value: chosen, count: 0 }] : values;
  return (
    <FormControl component="fieldset" sx={{ display: 'block', mt: 2 }}>
      <FormLabel
        component="legend"
        sx={{ typography: 'body2', fontWeight: 600 }}
      >
        {t(`filter.${name}`)}
      </FormLabel>
      <RadioGroup
        name={name}
        value={chosen}
        onChange={(_, value) => onChange(value || undefined)}
        sx={{
          '& .MuiFormControlLabel-label, & label > span:last-of-type': {
            typography: 'body2',
          },
        }}
      >
        <FormControlLabel value="" control={dot} label={t('models.any')} />
        {shown.map(({ value, count }) => (
          <FormControlLabel
            key={value}
            value={value}
            control={dot}
            label={`${label(value)} (${count})`}
          />
        ))}
      </RadioGroup>
    </FormControl>
  );
}

/** Search and filters; a button opens them where the window is narrow. */
export function FilterRail(props: FilterRailProps) {
  const { facets, filters, onChange, onClear, children } = props;
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
        {filterNames.map(name => (
          <Facet
            key={name}
            name={name}
            values={facets?.[name] ?? []}
            chosen={filters[name]}
            onChange={value => onChange(name, value)}
          />
        ))}
        {count > 0 && (
          <Button size="small" sx={{ mt: 1 }} onClick={onClear}>
            {t('models.clear')}
          </Button>
        )}
      </Collapse>
    </Box>
  );
}
