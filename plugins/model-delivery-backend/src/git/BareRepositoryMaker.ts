import { cp, rename, rm } from 'node:fs/promises';
import { isFolder, workPath } from './BareRepository';
import { GitCommand } from './GitCommand';

/**
 * Makes bare repositories without a commit: Git makes the first, and the others are
 * copies of it.
 */
export class BareRepositoryMaker {
  private pattern?: Promise<string>;

  private constructor(
    private readonly directory: string,
    private readonly git: GitCommand,
  ) {}

  /** @param options - `directory`: where the repositories lie */
  static create(options: {
    directory: string;
    git: GitCommand;
  }): BareRepositoryMaker {
    return new BareRepositoryMaker(options.directory, options.git);
  }

  /** Makes it whole or not at all; leaves one that is there alone. */
  async ensure(path: string): Promise<void> {
    if (await isFolder(path)) return;
    const draft = await workPath(this.directory, '.git');
    await this.write(draft);
    try {
      await rename(draft, path);
    } catch (error) {
      await rm(draft, { recursive: true, force: true });
      if (!(await isFolder(path))) throw error;
    }
  }

  private async write(draft: string): Promise<void> {
    this.pattern ??= this.makePattern();
    try {
      await cp(await this.pattern, draft, { recursive: true });
    } catch {
      // Maintenance has tidied up; Git makes it anew.
      this.pattern = this.makePattern();
      await cp(await this.pattern, draft, { recursive: true });
    }
  }

  private async makePattern(): Promise<string> {
    const path = await workPath(this.directory, '.pattern');
    const options = ['--quiet', '--bare', '--initial-branch=main'];
    await this.git.run(['init', ...options, '--template=', path]);
    return path;
  }
}
