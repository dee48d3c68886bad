import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  PlanAnswer,
  ServiceInput,
} from '@modelyard/plugin-model-delivery-common';
import { GateChip } from '@modelyard/plugin-model-react';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { modelDeliveryTranslationRef } from '../../translation';
import { Translate } from '../form/fieldName';
import { formatRange } from '../form/formatRange';
import { closedEnvironments } from './closedEnvironments';
import { isKnownRepository } from './fileTree';
import { PlanPreview } from './usePlan';

const list = (items: string[]) => new Intl.ListFormat('en').format(items);

function costOf(t: Translate, { estimate }: PlanAnswer): string | undefined {
  if (!estimate?.perEnvironment.length) return undefined;
  const sum = (key: 'low' | 'high') =>
    estimate.perEnvironment.reduce((total, item) => total + item[key], 0);
  const range = formatRange(sum('low'), sum('high'), estimate.currency);
  return t('createLine.cost', { range });
}

/** What people call the place of a repository. */
function repositoryName(t: Translate, { repository }: ServiceInput): string {
  const { name, url, path: folder } = repository;
  if (url === undefined) return name;
  const address = url.replace(/^https?:\/\//, '').replace(/\.git$/, '');
  return folder === undefined
    ? address
    : t('createLine.folder', { folder, repository: address });
}

/** What would be done to the repository. */
function deedOf(
  { repository: { url, change } }: ServiceInput,
  plan: PlanAnswer,
): 'propose' | 'change' | 'create' | 'add' {
  if (change === 'pull-request') return 'propose';
  if (isKnownRepository(plan)) return 'change';
  const isMissing = plan.findings.some(f => f.field === '/repository/url');
  return url === undefined || isMissing ? 'create' : 'add';
}

/** What the button Create would do, in a sentence. */
export function createSentence(
  t: Translate,
  input: ServiceInput,
  plan: PlanAnswer,
): string {
  const closed = closedEnvironments(plan.findings).map(({ index }) => index);
  const names = input.environments.map(({ name }) => name);
  const open = names.filter((_, index) => !closed.includes(index));
  const waiting = names.filter((_, index) => closed.includes(index));
  if (!open.length) return t('createLine.nothing');
  const repository = repositoryName(t, input);
  const count = plan.changes.length;
  if (isKnownRepository(plan) && count === 0)
    return t('createLine.same', { repository });
  const where = { repository, environments: list(open) };
  const key = deedOf(input, plan);
  if (!waiting.length) return t(`createLine.${key}`, { count, ...where });
  // The plan holds the files of all environments; those that wait are not written.
  const waits = { count: waiting.length, environments: list(waiting) };
  return `${t(`createLine.${key}Open`, where)} ${t('createLine.waits', waits)}`;
}

function Gates({ input, plan }: { input: ServiceInput; plan: PlanAnswer }) {
  const closed = closedEnvironments(plan.findings);
  return (
    <>
      {input.environments.map(({ name }, index) => {
        const shut = closed.find(item => item.index === index);
        return (
          <GateChip
            key={name}
            environment={name}
            state={shut ? 'closed' : 'open'}
            blockers={shut?.blockers}
          />
        );
      })}
    </>
  );
}

/**
 * The line under form and preview: the gate per environment, the cost of a
 * month, and what Create will do.
 */
export function CreateLine({ preview }: { preview: PlanPreview }) {
  const { input, plan, current, findings } = preview;
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  const wrong = findings.some(({ severity }) => severity === 'error');
  const shown = input && plan && current && !wrong;
  const cost = shown && costOf(t, plan);
  return (
    <Box
      role="status"
      aria-label={t('createLine.title')}
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 1.5,
        mt: 3,
        pt: 1.5,
        borderTop: 1,
        borderColor: 'divider',
      }}
    >
      {shown && <Gates input={input} plan={plan} />}
      {cost && (
        <Typography
          variant="body2"
          sx={{ fontVariantNumeric: 'tabular-nums', fontWeight: 600 }}
        >
          {cost}
        </Typography>
      )}
      <Typography variant="body2">
        {shown ? createSentence(t, input, plan) : t('createLine.notYet')}
      </Typography>
    </Box>
  );
}
