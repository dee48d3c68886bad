import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
  ResponseError,
} from '@backstage/errors';
import { DeliveryApi } from '@modelyard/plugin-model-delivery-common';

/**
 * What the actions work with.
 */
export interface ActionOptions {
  auth: AuthService;
  delivery: Pick<DeliveryApi, 'createPlan' | 'deliverService'>;
}

/** The part of an action's context that says who started the task. */
export interface Initiator {
  getInitiatorCredentials(): Promise<BackstageCredentials>;
}

const errors: Record<number, new (message: string) => Error> = {
  400: InputError,
  403: NotAllowedError,
  404: NotFoundError,
  409: ConflictError,
};

/**
 * Calls delivery in the name of whoever started the task, and puts its refusal
 * into words for the task's log.
 */
export async function callDelivery<T>(
  { auth }: ActionOptions,
  initiator: Initiator,
  call: (options: { token: string }) => Promise<T>,
): Promise<T> {
  const { token } = await auth.getPluginRequestToken({
    onBehalfOf: await initiator.getInitiatorCredentials(),
    targetPluginId: 'model-delivery',
  });
  try {
    return await call({ token });
  } catch (error) {
    if (!(error instanceof ResponseError)) throw error;
    const Refusal = errors[error.statusCode];
    throw Refusal ? new Refusal(error.body.error.message) : error;
  }
}
