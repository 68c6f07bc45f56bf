import { html, nothing } from 'lit';
import { reason } from '../reading/reasons.js';

/** What the server said is wrong, in words of the page; marked as English where it has none. */
export function why(said) {
  const { text, language } = reason(said);
  return html`<span lang=${language ?? nothing}>${text}</span>`;
}
