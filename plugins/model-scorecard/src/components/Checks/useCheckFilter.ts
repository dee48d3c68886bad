import { verdicts } from '@modelyard/plugin-model-react';
import { useSearchParams } from 'react-router-dom';
import { CheckFilter } from '../../domain/filterChecks';

/** The filter of the checks as it stands in the URL, and the way to change it. */
export function useCheckFilter() {
  const [params, setParams] = useSearchParams();
  const filter: CheckFilter = {
    search: params.get('q') ?? '',
    verdict: verdicts.find(verdict => verdict === params.get('verdict')),
  };
  const change = ({ search, verdict }: CheckFilter) =>
    setParams(
      before => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries({ q: search, verdict })) {
          if (value) next.set(name, value);
          else next.delete(name);
        }
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  return { filter, change };
}
