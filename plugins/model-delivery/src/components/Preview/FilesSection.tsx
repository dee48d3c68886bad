import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { PlanAnswer } from '@modelyard/plugin-model-delivery-common';
import Box from '@mui/material/Box';
import { useMemo, useState } from 'react';
import { modelDeliveryTranslationRef } from '../../translation';
import { fileTree, isKnownRepository } from './fileTree';
import { FileTree } from './FileTree';
import { FileView } from './FileView';

const workloadPath =
  /^(base|overlays\/[^/]+)\/((llm)?inferenceservice|deployment|rollout|service|cronjob|cronworkflow|scaledjob|job)\b/;

/** The file to begin with: the first that changes, else the workload itself. */
function firstFile({ files, changes }: PlanAnswer): string | undefined {
  const changed = changes.find(({ change }) => change === 'changed');
  const workload = files.find(({ path }) => workloadPath.test(path));
  return changed?.path ?? workload?.path ?? files[0]?.path;
}

/** The planned repository: its tree, and one file of it. */
export function FilesSection(props: { plan: PlanAnswer; service: string }) {
  const { plan, service } = props;
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  const [wanted, setWanted] = useState<string>();
  const items = useMemo(() => fileTree(plan), [plan]);
  const paths = [...plan.files, ...plan.changes].map(({ path }) => path);
  const chosen = wanted && paths.includes(wanted) ? wanted : firstFile(plan);
  return (
    <Box sx={{ display: 'grid', gap: 1.5, minWidth: 0 }}>
      <Box
        role="region"
        tabIndex={0}
        aria-label={t('files.list')}
        sx={{ maxHeight: 320, overflow: 'auto', '& > ul': { pl: 0 } }}
      >
        <FileTree
          items={items}
          chosen={chosen}
          marks={isKnownRepository(plan)}
          onChoose={setWanted}
        />
      </Box>
      {chosen && (
        <FileView key={chosen} plan={plan} service={service} path={chosen} />
      )}
    </Box>
  );
}
