import { html, nothing } from 'lit';
import { t } from '../../base/words.js';
import { why } from './why.js';

/** The first rows of a file, and what else it says of itself. */
export const fileRows = ({ columns, rows, count, remarks }) => html`<div class="scroll" tabindex="0"
    role="region" aria-label=${t('import.first-rows')}>
    <table class="first-rows">
      <caption class="soft">${t('import.rows', { count })}</caption>
      <thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
      <tbody>
        ${rows.map((row) => html`<tr>${row.map((text) => html`<td>${text}</td>`)}</tr>`)}
      </tbody>
    </table>
  </div>
  ${remarks.length === 0 ? nothing : html`<ul class="soft">${remarks.map((one) => html`<li>${why(one)}</li>`)}</ul>`}`;
