import {
  coreServices,
  createServiceFactory,
  RootLoggerService,
} from '@backstage/backend-plugin-api';

/** Errors go to the terminal, the rest nowhere. */
const logger: RootLoggerService = {
  error: (message, meta) =>
    process.stderr.write(
      `${message}${meta instanceof Error ? `\n${meta.stack}` : ''}\n`,
    ),
  warn: () => {},
  info: () => {},
  debug: () => {},
  child: () => logger,
};

/** Root logger that keeps a bench's output readable. */
export const silentLogger = createServiceFactory({
  service: coreServices.rootLogger,
  deps: {},
  factory: () => logger,
});
