import { InputError } from '@backstage/errors';
import { CommitOptions, Repositories } from '../git/Repositories';
import { planScanMs } from './findPlannedSecrets';
import { SecretScanner } from './SecretScanner';
import { describeSecrets, secretRemedy } from './secretsMessage';

/**
 * {@link Repositories} that refuse to commit what looks like a secret, whoever
 * planned it.
 */
export class ScannedRepositories implements Repositories {
  private constructor(
    private readonly repositories: Repositories,
    private readonly scanner: SecretScanner,
  ) {}

  static create(options: {
    repositories: Repositories;
    scanner: SecretScanner;
  }): ScannedRepositories {
    return new ScannedRepositories(options.repositories, options.scanner);
  }

  /** @throws InputError naming file, line and rule of what looks like a secret */
  async commit(options: CommitOptions) {
    const { files, message } = options;
    const found = await this.scanner.scan(
      [...files, { path: 'commit message', content: message }],
      { timeoutMs: planScanMs },
    );
    if (found.length > 0)
      throw new InputError(
        `Nothing is committed, because this looks like a secret: ${describeSecrets(found).join(', ')}. ${secretRemedy}`,
      );
    return this.repositories.commit(options);
  }

  list() {
    return this.repositories.list();
  }

  ensure(repository: string) {
    return this.repositories.ensure(repository);
  }

  discardEmpty(repository: string) {
    return this.repositories.discardEmpty(repository);
  }

  head(repository: string) {
    return this.repositories.head(repository);
  }

  entries(repository: string, commit: string) {
    return this.repositories.entries(repository, commit);
  }

  read(repository: string, objects: string[]) {
    return this.repositories.read(repository, objects);
  }

  log(...args: Parameters<Repositories['log']>) {
    return this.repositories.log(...args);
  }

  lastChanges(...args: Parameters<Repositories['lastChanges']>) {
    return this.repositories.lastChanges(...args);
  }
}
