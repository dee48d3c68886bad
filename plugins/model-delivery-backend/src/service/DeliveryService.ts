import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  Delivery,
  InferenceService,
  PlanAnswer,
  PlanMode,
  ReindexResult,
  ServiceCommitList,
  ServiceFile,
  ServiceFileList,
  ServicePage,
} from '@modelyard/plugin-model-delivery-common';
import { IndexedService } from '../database/ServiceStore';
import { MainChange } from './PushGuard';

/**
 * Query of {@link DeliveryService.listServices}.
 */
export interface ListServicesOptions {
  cursor?: string;
  limit: number;
  model?: string;
  owner?: string;
  q?: string;
  names?: string[];
}

/**
 * Planning, writing and reading of inference services.
 */
export interface DeliveryService {
  /**
   * Plans without writing.
   *
   * @param input - untrusted
   * @param mode - `write` leaves out environments whose gate is closed, and asks
   *   for the permission to deliver
   * @throws InvalidFieldsError for an input that can't become a service
   */
  createPlan(
    input: unknown,
    mode: PlanMode,
    credentials: BackstageCredentials,
  ): Promise<PlanAnswer>;
  /**
   * Plans and commits the environments whose gate is open.
   *
   * @throws InvalidFieldsError for an input that can't become a service
   * @throws ConflictError when no gate is open, a name is taken, or somebody
   *   else wrote meanwhile
   */
  deliver(input: unknown, credentials: BackstageCredentials): Promise<Delivery>;
  listServices(
    options: ListServicesOptions,
    credentials: BackstageCredentials,
  ): Promise<ServicePage>;
  getService(
    name: string,
    credentials: BackstageCredentials,
  ): Promise<InferenceService>;
  listFiles(
    name: string,
    credentials: BackstageCredentials,
  ): Promise<ServiceFileList>;
  getFile(
    name: string,
    path: string,
    credentials: BackstageCredentials,
  ): Promise<ServiceFile>;
  listCommits(
    name: string,
    limit: number,
    credentials: BackstageCredentials,
  ): Promise<ServiceCommitList>;
  /** Rebuilds the index from Git. */
  reindex(credentials: BackstageCredentials): Promise<ReindexResult>;
  /**
   * The service behind a repository that a Git client wants to read or write.
   *
   * @throws NotFoundError when there is none that the caller may read
   * @throws NotAllowedError when he may read but not write it
   */
  openRepository(
    repository: string,
    access: 'read' | 'write',
    credentials: BackstageCredentials,
  ): Promise<IndexedService>;
  /**
   * Whether a push may change the main branch so.
   *
   * @throws NotAllowedError naming the environments that may not be changed
   */
  authorizeChange(
    service: IndexedService,
    change: MainChange,
    credentials: BackstageCredentials,
  ): Promise<void>;
  /** Reads a repository again after a Git client wrote to it. */
  refresh(repository: string): Promise<void>;
}
