import { placeOf } from '../git/repositoryId';

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
    const { url } = placeOf(repository);
    return url ?? `${this.gitUrl}/${repository}.git`;
  }

  of(name: string, repository: string) {
    const { url } = placeOf(repository);
    return {
      entityRef: `component:default/${name}`,
      repositoryUrl:
        url?.replace(/\.git$/, '') ?? `${this.appUrl}/services/${name}`,
      cloneUrl: this.cloneUrl(repository),
    };
  }
}
