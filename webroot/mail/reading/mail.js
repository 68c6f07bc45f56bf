/** sent, failed (it will be tried again) or waiting. */
export const mailState = ({ sentAt, error }) => (sentAt ? 'sent' : error ? 'failed' : 'waiting');

/** The link in a mail's text, if there is one: links of ours carry their secret in the fragment. */
export const linkIn = (text = '') => text.match(/https?:\/\/[^\s<>"]+#[\w-]+/)?.[0];
