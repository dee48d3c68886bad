import { useSearchParams } from 'react-router-dom';
import { defaultEnvironment } from '../../domain/environments';

/** The environment that the URL asks about, and the way to ask about another. */
export function useEnvironment() {
  const [params, setParams] = useSearchParams();
  const environment = params.get('environment') ?? defaultEnvironment;
  const choose = (chosen: string) =>
    setParams(before => {
      const next = new URLSearchParams(before);
      if (chosen === defaultEnvironment) next.delete('environment');
      else next.set('environment', chosen);
      return next;
    });
  return { environment, choose };
}
