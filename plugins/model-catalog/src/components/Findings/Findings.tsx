import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { ComponentType, useEffect, useRef } from 'react';
import { useLocation } from 'react-router-dom';
import { modelCatalogTranslationRef } from '../../translation';
import {
  CollisionList,
  ConflictList,
  RemovalList,
  UnownedList,
} from './findingLists';
import { useFindingCounts } from './useFindingCounts';
import {
  FindingName,
  findingNames,
  useFindingsState,
} from './useFindingsState';

/** Id of the section, for links that lead to it. */
const findingsId = 'what-needs-a-look';

const lists: Record<FindingName, ComponentType<{ revision: number }>> = {
  unowned: UnownedList,
  conflicts: ConflictList,
  removed: RemovalList,
  collisions: CollisionList,
};

/** Scrolls to the section when a link to it was followed. */
function useArrival() {
  const heading = useRef<HTMLHeadingElement>(null);
  const { hash, key } = useLocation();
  useEffect(() => {
    if (hash !== `#${findingsId}`) return;
    heading.current?.scrollIntoView?.({ block: 'start' });
    heading.current?.focus({ preventScroll: true });
  }, [hash, key]);
  return heading;
}

function SourceFilter(props: {
  sources: string[];
  value?: string;
  onChange: (source: string | undefined) => void;
}) {
  const { sources, value = '', onChange } = props;
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const shown =
    value && !sources.includes(value) ? [...sources, value] : sources;
  return (
    <TextField
      select
      size="small"
      label={t('findings.source')}
      value={value}
      onChange={event => onChange(event.target.value || undefined)}
      SelectProps={{ displayEmpty: true }}
      InputLabelProps={{ shrink: true }}
      sx={{ minWidth: 180 }}
    >
      <MenuItem value="">{t('findings.anySource')}</MenuItem>
      {shown.map(id => (
        <MenuItem key={id} value={id}>
          {id}
        </MenuItem>
      ))}
    </TextField>
  );
}

interface FindingsProps {
  /** Ids of all sources. */
  sources: string[];
  /** Grows when the lists may differ. */
  revision: number;
}

function FindingTabs(props: {
  list: FindingName;
  counts: Record<FindingName, number | undefined>;
  onChange: (list: FindingName) => void;
}) {
  const { list: chosen, counts, onChange } = props;
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const textOf = (name: FindingName) => {
    const list = t(`findings.${name}.list`);
    const count = counts[name];
    return count === undefined
      ? list
      : t('findings.tab', { list, number: `${count}` });
  };
  return (
    <Tabs
      value={chosen}
      onChange={(_event, list: FindingName) => onChange(list)}
      aria-label={t('findings.tabs')}
      variant="scrollable"
      allowScrollButtonsMobile
    >
      {findingNames.map(name => (
        <Tab
          key={name}
          value={name}
          id={`finding-${name}`}
          aria-controls={`${findingsId}-list`}
          label={textOf(name)}
          sx={{ minWidth: 0, px: 1.5, letterSpacing: 0 }}
        />
      ))}
    </Tabs>
  );
}

const headerRow = {
  display: 'flex',
  flexWrap: 'wrap',
  justifyContent: 'space-between',
  alignItems: 'center',
  gap: 2,
};

/** Four lists of what a person should look at: owners, conflicts, removals, names. */
export function Findings({ sources, revision }: FindingsProps) {
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const { state, change } = useFindingsState();
  const counts = useFindingCounts(state.source, revision);
  const heading = useArrival();
  const List = lists[state.list];
  return (
    <Box component="section" aria-labelledby={findingsId} sx={{ mt: 4 }}>
      <Box sx={headerRow}>
        <Typography
          ref={heading}
          id={findingsId}
          tabIndex={-1}
          component="h3"
          variant="h6"
          sx={{ scrollMarginTop: 16, outline: 'none' }}
        >
          {t('findings.title')}
        </Typography>
        <SourceFilter
          sources={sources}
          value={state.source}
          onChange={source => change({ source })}
        />
      </Box>
      <FindingTabs
        list={state.list}
        counts={counts}
        onChange={list => change({ list })}
      />
      <Box
        role="tabpanel"
        id={`${findingsId}-list`}
        aria-labelledby={`finding-${state.list}`}
        sx={{ pt: 2 }}
      >
        <List key={state.list} revision={revision} />
      </Box>
    </Box>
  );
}
