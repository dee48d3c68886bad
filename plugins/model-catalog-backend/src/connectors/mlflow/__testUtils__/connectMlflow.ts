import { ConfigReader } from '@backstage/config';
import { MlflowModelConnector } from '../MlflowModelConnector';

/** A connector of a source with this configuration. */
export function connectMlflow(
  baseUrl: string,
  more: Record<string, unknown> = {},
): MlflowModelConnector {
  return MlflowModelConnector.fromConfig({
    sourceId: 'one',
    config: new ConfigReader({ baseUrl, ...more }),
    configKey: 'modelCatalog.sources[0]',
    schedule: { frequency: { minutes: 5 }, timeout: { minutes: 4 } },
    accepts: () => true,
  });
}
