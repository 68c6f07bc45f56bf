import { html, nothing } from 'lit';
import { t } from '../../base/words.js';
import { whyIdle } from '../reading/outcomes.js';
import { refusedRows } from '../requests.js';
import { why } from './why.js';
import './row-outcomes.js';

const counts = (of, summary) =>
  Object.entries(summary ?? {}).map(([outcome, count]) => html`<li>${t(`import.${of}.${outcome}`, { count })}</li>`);

/** What became of a file, or would. */
export const importOutcome = (summary) => html`<section class="card outcome" data-dry=${summary.dryRun}>
  <h2 tabindex="-1">${t(summary.dryRun ? 'import.would' : 'import.done')}</h2>
  <ul class="counts">
    ${counts('orders', summary.orders)} ${counts('shipments', summary.shipments)} ${counts('reports', summary.reports)}
    ${summary.refused > 0 ? html`<li class="bad">${t('import.refused', { count: summary.refused })}</li>` : nothing}
  </ul>
  ${summary.refused > 0 && summary.run
    ? html`<p>
        <a href=${refusedRows(summary.run)} download>${t('import.download-refused')}</a>
        <span class="soft">${t('import.download-hint')}</span>
      </p>`
    : nothing}
  <row-outcomes .outcomes=${summary.outcomes}></row-outcomes>
  ${summary.remarks.length > 0
    ? html`<ul class="soft">${summary.remarks.map((one) => html`<li>${why(one)}</li>`)}</ul>`
    : nothing}
</section>`;

/** What was seen is what is done: the button stands below it, and says why where there is nothing to do. */
export function importDoing(summary, busy, go) {
  const idle = whyIdle(summary);
  return html`<p class="buttons">
    <button class="go" data-action="import" ?disabled=${busy || idle} @click=${go}
      aria-describedby=${idle ? 'idle' : nothing}>${t('import.go')}</button>
    ${idle ? html`<span class="soft" id="idle">${t(idle)}</span>` : nothing}
  </p>`;
}
