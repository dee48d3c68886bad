import { PluginApiRequestOptions } from '@modelyard/plugin-model-catalog-common';
import { PlanMode } from '../plan/types';
import { components, operations } from '../schema/openapi.generated';

type Schemas = components['schemas'];

/** The wish for an inference service, as REST takes it. @public */
export type ServiceRequest = Schemas['ServiceInput'];
/** A preview of a repository, as REST answers it. @public */
export type PlanAnswer = Schemas['Plan'];
/** What speaks for or against a plan. @public */
export type DeliveryFinding = Schemas['Finding'];
/** An inference service with declared and observed state. @public */
export type InferenceService = Schemas['Service'];
/** One environment of an inference service. @public */
export type ServiceEnvironment = Schemas['ServiceEnvironment'];
/** What Git says about a service in one environment. @public */
export type DeclaredState = Schemas['DeclaredState'];
/** What runs, as far as a controller tells. @public */
export type ObservedState = Schemas['ObservedState'];
/** A page of services. @public */
export type ServicePage = Schemas['ServicePage'];
/** What a delivery left in Git. @public */
export type Delivery = Schemas['Delivery'];
/** The files of a repository. @public */
export type ServiceFileList = Schemas['FileList'];
/** One file of a repository. @public */
export type ServiceFile = Schemas['FileContent'];
/** The newest commits of a repository. @public */
export type ServiceCommitList = Schemas['CommitList'];
/** What a rebuild of the index found. @public */
export type ReindexResult = Schemas['ReindexResult'];

/** Query of the services list. @public */
export type ListServicesQuery = NonNullable<
  operations['listServices']['parameters']['query']
>;

/**
 * Delivery as its REST API offers it. Every call throws `ResponseError`; bad
 * input is a 400 whose body names its fields.
 *
 * @public
 */
export interface DeliveryApi {
  /**
   * Plans without writing; the same input has the same answer. Mode `write` plans
   * what `deliverService` would write now.
   */
  createPlan(
    input: ServiceRequest,
    options?: PluginApiRequestOptions & { mode?: PlanMode },
  ): Promise<PlanAnswer>;
  /** Writes the environments whose gate is open; may be sent again. */
  deliverService(
    input: ServiceRequest,
    options?: PluginApiRequestOptions,
  ): Promise<Delivery>;
  listServices(
    query: ListServicesQuery,
    options?: PluginApiRequestOptions,
  ): Promise<ServicePage>;
  getService(
    name: string,
    options?: PluginApiRequestOptions,
  ): Promise<InferenceService>;
  listFiles(
    name: string,
    options?: PluginApiRequestOptions,
  ): Promise<ServiceFileList>;
  getFile(
    name: string,
    path: string,
    options?: PluginApiRequestOptions,
  ): Promise<ServiceFile>;
  listCommits(
    name: string,
    limit?: number,
    options?: PluginApiRequestOptions,
  ): Promise<ServiceCommitList>;
  /** Rebuilds the index of services from Git. */
  reindex(options?: PluginApiRequestOptions): Promise<ReindexResult>;
}
