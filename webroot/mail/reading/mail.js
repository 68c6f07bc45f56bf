/** sent, waiting, failed (it waits to be tried again), set-aside, or kept where there is no mail server. */
export const mailState = ({ state, error }) => (state === 'waiting' && error ? 'failed' : state);

/** The link in a mail's text, if there is one: links of ours carry their secret in the fragment. */
export const linkIn = (text = '') => text.match(/https?:\/\/[^\s<>"]+#[\w-]+/)?.[0];
