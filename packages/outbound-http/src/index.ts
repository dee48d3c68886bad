/**
 * One guarded HTTP client for everything that leaves the portal.
 *
 * @packageDocumentation
 */
export { isAddressRange, isAllowedAddress } from './addressGuard';
export * from './OutboundError';
export * from './OutboundHttp';
export * from './readHttpOptions';
