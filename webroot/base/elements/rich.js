import { html } from 'lit';

/** A text from the catalogue in which `**this**` is important. */
export const rich = (text) =>
  text.split('**').map((part, index) => (index % 2 === 1 ? html`<strong>${part}</strong>` : part));
