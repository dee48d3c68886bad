import { HumanDuration } from '@backstage/types';
import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  /** Scorecards of model versions. */
  modelScorecard?: {
    /**
     * The check pack in force; exactly one.
     */
    packs?: Array<{
      /**
       * File with a check pack in YAML, or its address, read through Backstage's
       * URL reader. Read again every minute.
       * @visibility backend
       */
      target: string;
    }>;
    /**
     * Environments whose gates are kept in the history and in lists. Default dev, staging, prod.
     * @visibility backend
     */
    environments?: string[];
    evidence?: {
      /**
       * Where the documents that evidence came in are kept. Default `.modelyard/evidence`.
       * @visibility backend
       */
      directory?: string;
      /**
       * Bytes of a report that comes in pieces, at least 1000000. Default 100000000. Others are at most 10 MB.
       * @visibility backend
       */
      maxBytes?: number;
      /**
       * Producers who are trusted: by the key that signs their evidence, or by the
       * OIDC token of their pipeline.
       */
      producers?: Array<{
        /**
         * What the producer is called on screen; needed with a key.
         * @visibility backend
         */
        name?: string;
        /**
         * File with an ECDSA P-256 public key in PEM.
         * @visibility backend
         */
        publicKeyFile?: string;
        /**
         * ECDSA P-256 public key in PEM.
         * @visibility backend
         */
        publicKey?: string;
        /**
         * Address of an OIDC issuer, such as https://token.actions.githubusercontent.com or that of a GitLab.
         * @visibility backend
         */
        issuer?: string;
        /**
         * Pattern of the tokens' `sub`, such as `repo:acme/*:ref:refs/heads/main`; `*` stops at a slash, `**` does not. Needed with an issuer.
         * @visibility backend
         */
        subject?: string;
        /**
         * Pattern of the subject alternative name in the certificates of Sigstore bundles, such as `https://github.com/acme/risk/.github/workflows/train.yml@refs/heads/main`. Needs an issuer and a trusted root, and stands instead of `subject`.
         * @visibility backend
         */
        identity?: string;
        /**
         * File with the Sigstore trusted root (JSON) that certificates, logs and time stamps are verified with; `gh attestation trusted-root` and `cosign trusted-root create` write one.
         * @visibility backend
         */
        trustedRootFile?: string;
        /**
         * Audience that the tokens must be for. Default `modelyard`.
         * @visibility backend
         */
        audience?: string;
      }>;
      /** Folders with example evidence. */
      folders?: Array<{
        /**
         * Folder with `<model>/<version>/*.json`.
         * @visibility backend
         */
        target: string;
        /**
         * `first-start`: move all dates by whole days, so that the newest is of the day of the first start.
         * @visibility backend
         */
        redate?: 'first-start';
      }>;
    };
    examples?: {
      /**
       * Read registrations.yaml and reviews.yaml of the folders too. Refused with NODE_ENV=production.
       * @visibility backend
       */
      reviews?: boolean;
    };
    review?: {
      /** Roles in which people review. */
      roles?: Array<{
        /**
         * Name that check packs use.
         * @visibility backend
         */
        name: string;
        /**
         * Entity refs of the groups whose members hold the role.
         * @visibility backend
         */
        groups: string[];
      }>;
    };
    signing?: {
      /**
       * File with the ECDSA P-256 private key (PEM, PKCS 8) that signs verdicts. Made on first start in development; needed with NODE_ENV=production. Default `.modelyard/keys/verdict.pem`.
       * @visibility backend
       */
      keyFile?: string;
      /**
       * For how long a verdict may be relied on without asking again, such as `{ days: 7 }` (the default). What was signed is valid for at least half of it, unless its evidence grows stale before.
       * @visibility backend
       */
      validFor?: HumanDuration | string;
      /**
       * Ids of keys that are no longer published. Keys that were replaced stay published, so that old statements can be verified, until they are named here.
       * @visibility backend
       */
      revokedKeys?: string[];
    };
    /**
     * How often versions are read and evaluated again. Default every 5 minutes.
     * @visibility backend
     */
    schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
  };
}
