/**
 * The protocol's version. Raise it when a schema of this folder changes in a way that the other
 * side would notice; the fingerprint test says when.
 *
 *   1  clips, topics with decisions, strategy, addresses
 */
export const PROTOCOL_VERSION = 1;
/** The queue serves this one still (PV1), the extension speaks it still (PV2). */
export const OLDEST_PROTOCOL = 1;
/** On every answer of a queue: what a proxy's login page does not have (PU4). */
export const PROTOCOL_HEADER = 'clipdesk-protocol';
