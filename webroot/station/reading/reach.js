const NOBODY_THERE = [0, 502, 503, 504];
const NOT_KNOWN = [401, 403];

/**
 * Whether no answer came from the server: there is no network, it is down behind its proxy, or something on the way
 * answered in its place.
 */
export const isUnreachable = ({ status = 0, isFromElsewhere }) => isFromElsewhere || NOBODY_THERE.includes(status);

/** Whether the server itself says that it does not know this station any more. */
export const isShut = ({ status, isFromElsewhere }) => !isFromElsewhere && NOT_KNOWN.includes(status);
