import { isRepositoryUrl } from '@modelyard/plugin-model-delivery-common';

/**
 * Addresses of services and their repositories.
 */
export class ServiceLinks {
  private constructor(
    private readonly appUrl: string,
    private readonly gitUrl: string,
  ) {}

  /**
   * @param options - `appUrl` is where people open the portal, `pluginUrl`
   *   where others reach this plugin; neither ends with a slash
   */
  static create(options: { appUrl: string; pluginUrl: string }): ServiceLinks {
    return new ServiceLinks(options.appUrl, `${options.pluginUrl}/git`);
  }

  /** What `git clone` takes. */
  cloneUrl(repository: string): string {
    if (isRepositoryUrl(repository)) return repository;
    return `${this.gitUrl}/${repository}.git`;
  }

  of(name: string, repository: string) {
    return {
      entityRef: `component:default/${name}`,
      repositoryUrl: isRepositoryUrl(repository)
        ? repository.replace(/\.git$/, '')
        : `${this.appUrl}/services/${name}`,
      cloneUrl: this.cloneUrl(repository),
    };
  }
}
