import { Readable } from 'node:stream';
import { createExtensionPoint } from '@backstage/backend-plugin-api';

/**
 * Keeps the documents that evidence came in, by the digest of their bytes.
 *
 * @public
 */
export interface EvidenceDocumentStore {
  /**
   * Keeps a document for good; putting the same one again changes nothing.
   *
   * @param digest - `sha256:<hex>` of the content
   */
  put(digest: string, content: Buffer | Readable): Promise<void>;
  /** The bytes, or undefined when there is no such document. */
  get(digest: string): Promise<Readable | undefined>;
}

/**
 * Where a module puts the documents elsewhere, such as in an object store.
 *
 * @public
 */
export interface EvidenceDocumentsExtensionPoint {
  /**
   * Replaces the directory of `modelScorecard.evidence.directory`.
   *
   * @throws ConflictError when another module did so already
   */
  setDocumentStore(store: EvidenceDocumentStore): void;
}

/**
 * Extension point of `@modelyard/plugin-model-scorecard-backend`.
 *
 * @public
 */
export const evidenceDocumentsExtensionPoint =
  createExtensionPoint<EvidenceDocumentsExtensionPoint>({
    id: 'model-scorecard.evidence-documents',
  });
