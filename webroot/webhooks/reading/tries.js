import { t } from '../../base/words.js';

/** What came of a try, in a sentence. */
export const cameTo = ({ status, trouble }) =>
  status ? t(status < 300 ? 'webhooks.taken' : 'webhooks.not-taken', { status }) : t(`webhooks.trouble.${trouble}`);

/** How a message is shown to be: one that waits after a failure looks like one that failed. */
export const lookOf = ({ state, attempts }) =>
  state === 'delivered' ? 'ok' : state === 'set-aside' || attempts > 0 ? 'bad' : '';
