import { html } from 'lit';
import { t } from '../../base/words.js';
import { small } from '../requests.js';

/** How one looks in a row: a photo small, anything else as its word. */
export const tile = ({ kind, sha256, width, height }) =>
  kind === 'photo'
    ? html`<img src=${small(sha256)} alt="" width=${width} height=${height} loading="lazy" />`
    : html`<span class="evidence-word" data-kind=${kind}>${t(`evidence.kind.${kind}`)}</span>`;
