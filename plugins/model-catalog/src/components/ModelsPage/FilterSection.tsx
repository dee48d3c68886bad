import { parseEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { humanizeEntityRef } from '@backstage/plugin-catalog-react';
import { ModelFacets } from '@modelyard/plugin-model-catalog-common';
import { SourceStateChip } from '@modelyard/plugin-model-react';
import ExpandMoreIcon from '@mui/icons-material/ExpandMore';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ButtonBase from '@mui/material/ButtonBase';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import { ReactNode, useId, useState } from 'react';
import { modelCatalogTranslationRef } from '../../translation';
import { orderValues, unowned } from './orderValues';
import { FilterName, toSourceState } from './useModelsState';

interface FilterSectionProps {
  name: FilterName;
  values: ModelFacets[FilterName];
  chosen?: string;
  /** Whether it is open before somebody opens or closes it. */
  startsOpen: boolean;
  onChange: (value: string | undefined) => void;
}

function ownerText(value: string): string {
  return humanizeEntityRef(parseEntityRef(value, { defaultKind: 'group' }), {
    defaultKind: 'group',
  });
}

function ValueLabel(props: { name: FilterName; value: string }): ReactNode {
  const { name, value } = props;
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  if (name === 'owner') {
    return value === unowned ? t('models.nobody') : ownerText(value);
  }
  const state = name === 'freshness' ? toSourceState(value) : undefined;
  return state ? <SourceStateChip state={state} /> : value;
}

function Value(props: { name: FilterName; value: string; count: number }) {
  const { name, value, count } = props;
  return (
    <FormControlLabel
      value={value}
      control={<Radio size="small" sx={{ py: 0.25 }} />}
      slotProps={{ typography: { variant: 'body2' } }}
      label={
        <Box component="span" sx={{ overflowWrap: 'anywhere' }}>
          <ValueLabel name={name} value={value} />{' '}
          <Box
            component="span"
            sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}
          >
            ({count})
          </Box>
        </Box>
      }
    />
  );
}

function Values(props: Omit<FilterSectionProps, 'startsOpen'>) {
  const { name, values, chosen = '', onChange } = props;
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const [isWhole, setIsWhole] = useState(false);
  const { shown, rest } = orderValues({ name, values, chosen, isWhole });
  return (
    <>
      <RadioGroup
        name={name}
        value={chosen}
        onChange={(_, value) => onChange(value || undefined)}
      >
        <FormControlLabel
          value=""
          control={<Radio size="small" sx={{ py: 0.25 }} />}
          slotProps={{ typography: { variant: 'body2' } }}
          label={t('models.any')}
        />
        {shown.map(value => (
          <Value key={value.value} name={name} {...value} />
        ))}
      </RadioGroup>
      {(rest > 0 || isWhole) && (
        <Button
          size="small"
          sx={{ px: 0.5, minWidth: 0 }}
          onClick={() => setIsWhole(!isWhole)}
        >
          {isWhole ? t('filter.fewer') : t('filter.more', { count: rest })}
        </Button>
      )}
    </>
  );
}

/** One filter with its values; opens and closes under its name. */
export function FilterSection(props: FilterSectionProps) {
  const { startsOpen, ...values } = props;
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const [turned, setTurned] = useState<boolean>();
  const id = useId();
  const isOpen = turned ?? (startsOpen || props.chosen !== undefined);
  return (
    <FormControl component="fieldset" sx={{ display: 'block', mt: 1.5 }}>
      <FormLabel component="legend" sx={{ width: '100%' }}>
        <ButtonBase
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={() => setTurned(!isOpen)}
          sx={{
            typography: 'body2',
            fontWeight: 600,
            width: '100%',
            justifyContent: 'space-between',
            '&:focus-visible': { outline: '2px solid currentColor' },
          }}
        >
          {t(`filter.${props.name}`)}
          <ExpandMoreIcon
            aria-hidden
            fontSize="small"
            sx={{ transform: isOpen ? 'rotate(180deg)' : undefined }}
          />
        </ButtonBase>
      </FormLabel>
      {isOpen && (
        <div id={id}>
          <Values {...values} />
        </div>
      )}
    </FormControl>
  );
}
