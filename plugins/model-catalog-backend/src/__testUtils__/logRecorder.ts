import {
  coreServices,
  createServiceFactory,
  RootLoggerService,
} from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';

/** One line of a log, with the fields of its logger and its own. */
export interface LogLine {
  level: 'error' | 'warn' | 'info' | 'debug';
  message: string;
  fields: JsonObject;
  error?: string;
}

/** The log of a whole backend, kept. */
export class LogRecorder {
  readonly lines: LogLine[] = [];

  /** Goes into a backend in the place of its own log. */
  readonly factory = createServiceFactory({
    service: coreServices.rootLogger,
    deps: {},
    factory: () => this.createLogger({}),
  });

  private createLogger(own: JsonObject): RootLoggerService {
    const write =
      (level: LogLine['level']) =>
      (message: string, more?: Error | JsonObject) =>
        this.lines.push(
          more instanceof Error
            ? { level, message, fields: own, error: String(more) }
            : { level, message, fields: { ...own, ...more } },
        );
    return {
      error: write('error'),
      warn: write('warn'),
      info: write('info'),
      debug: write('debug'),
      child: more => this.createLogger({ ...own, ...more }),
    };
  }
}
