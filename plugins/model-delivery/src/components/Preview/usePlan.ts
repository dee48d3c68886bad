import { useApi } from '@backstage/frontend-plugin-api';
import {
  checkServiceInput,
  DeliveryFinding,
  PlanAnswer,
  ServiceInput,
} from '@modelyard/plugin-model-delivery-common';
import { useLoad } from '@modelyard/plugin-model-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { deliveryApiRef } from '../../api/deliveryApiRef';
import { draftOf } from '../form/serviceValues';
import { isMissing } from '../form/validation';
import { fieldsOf } from './refusal';

const pauseMs = 400;

/** What is known about the service that the form describes. */
export interface PlanPreview {
  /** The values as they would be sent. */
  draft: Record<string, unknown>;
  /** The values when nothing is wrong with them, as far as the browser knows. */
  input?: ServiceInput;
  /** What was not entered yet. */
  missing: DeliveryFinding[];
  /** Everything else that was found, by the browser or by the server. */
  findings: DeliveryFinding[];
  /** The last plan, which may be older than what is typed. */
  plan?: PlanAnswer;
  /** Whether the plan is that of what is typed. */
  current: boolean;
  loading: boolean;
  /** Why there is no answer; a refusal that names fields is none. */
  error?: Error;
  retry: () => void;
}

/** The text once it has stayed the same for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

/** Asks for the plan of an input when it has settled; the older call is aborted. */
function useAnswer(input: ServiceInput | undefined, key: string) {
  const api = useApi(deliveryApiRef);
  const settled = useSettled(key);
  const asked = input !== undefined && settled === key;
  const load = useLoad(
    async signal =>
      asked
        ? { key, plan: await api.createPlan(input, { signal }) }
        : undefined,
    [api, asked, key],
    { keep: true },
  );
  const last = useRef(load.value);
  if (load.value) last.current = load.value;
  const current = asked && !load.loading && load.value?.key === key;
  const waiting = input !== undefined && !current && !load.error;
  return { ...load, answer: last.current, current, waiting };
}

/**
 * Checks the values of the form at once in the browser, and plans the service
 * on the server as soon as the typing pauses.
 */
export function usePlan(values: unknown): PlanPreview {
  const key = JSON.stringify(draftOf(values));
  const { draft, checked } = useMemo(() => {
    const parsed: Record<string, unknown> = JSON.parse(key);
    return { draft: parsed, checked: checkServiceInput(parsed) };
  }, [key]);
  const answer = useAnswer(checked.input, key);
  const refused = answer.error && fieldsOf(answer.error);
  const fromServer = answer.current ? answer.answer?.plan.findings : refused;
  const all = checked.input ? (fromServer ?? []) : checked.findings;
  return {
    draft,
    input: checked.input,
    missing: all.filter(finding => isMissing(finding, draft)),
    findings: all.filter(finding => !isMissing(finding, draft)),
    plan: answer.answer?.plan,
    current: answer.current,
    loading: answer.waiting,
    error: refused || !checked.input ? undefined : answer.error,
    retry: answer.reload,
  };
}
