import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ModelSource } from '@modelyard/plugin-model-catalog-common';
import { AnswerLine, formatAge } from '@modelyard/plugin-model-react';
import { modelCatalogTranslationRef } from '../../translation';
import { useHeldText } from './useHeldText';

function useFreshText(sources: ModelSource[]): string {
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const count = sources.length;
  const fresh = sources.filter(({ state }) => state === 'fresh').length;
  if (fresh === count) return t('sources.answer.allFresh', { count });
  if (fresh === 0) return t('sources.answer.noneFresh', { count });
  return t('sources.answer.someFresh', { count: fresh, total: `${count}` });
}

function useFailedText(sources: ModelSource[]): string | undefined {
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const [first, ...more] = sources.filter(({ state }) => state === 'failed');
  if (!first) return undefined;
  if (more.length)
    return t('sources.answer.failedMany', { number: `${more.length + 1}` });
  const { id: source, lastError, lastRun } = first;
  const at = lastError?.at ?? lastRun?.startedAt;
  return t('sources.answer.failedOne', {
    source,
    age: at ? formatAge(at) : '',
  });
}

function useStaleText(sources: ModelSource[]): string | undefined {
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const [first, ...more] = sources.filter(({ state }) => state === 'stale');
  if (!first) return undefined;
  if (more.length)
    return t('sources.answer.staleMany', { number: `${more.length + 1}` });
  const { id: source, lastError, lastRun, heldRemovals } = first;
  if (!lastRun) return t('sources.answer.neverRead', { source });
  return lastError && !heldRemovals
    ? t('sources.answer.partOne', { source })
    : t('sources.answer.staleOne', { source });
}

function useRemovalsText(
  sources: ModelSource[],
  administered: ReadonlySet<string> | undefined,
): string | undefined {
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const toText = useHeldText();
  const holding = sources.filter(({ heldRemovals }) => heldRemovals);
  const held = holding.flatMap(({ heldRemovals }) => heldRemovals ?? []);
  if (!held.length) return undefined;
  const isForYou = holding.every(({ id }) => administered?.has(id));
  const what = toText({
    models: held.reduce((sum, { models }) => sum + models, 0),
    versions: held.reduce((sum, { versions }) => sum + versions, 0),
  });
  return t(
    isForYou ? 'sources.answer.heldForYou' : 'sources.answer.heldForOthers',
    { what },
  );
}

/** First line of the page: how many are fresh, what failed, what waits. */
export function SourcesAnswer(props: {
  sources: ModelSource[];
  /** Ids of the sources that the reader may administer. */
  administered: ReadonlySet<string> | undefined;
}) {
  const { sources, administered } = props;
  const parts = [
    useFreshText(sources),
    useFailedText(sources),
    useStaleText(sources),
    useRemovalsText(sources, administered),
  ].filter(Boolean);
  return <AnswerLine>{parts.join('; ')}.</AnswerLine>;
}
