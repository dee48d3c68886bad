import { ConfigReader } from '@backstage/config';
import { OciModelConnector } from '../OciModelConnector';

/** A connector of a source with this configuration. */
export function connectOci(
  baseUrl: string,
  config: Record<string, unknown>,
): OciModelConnector {
  return OciModelConnector.fromConfig({
    sourceId: 'oci',
    config: new ConfigReader({ baseUrl, ...config }),
    configKey: 'modelCatalog.sources[0]',
    schedule: { frequency: { minutes: 5 }, timeout: { minutes: 4 } },
    accepts: () => true,
  });
}
