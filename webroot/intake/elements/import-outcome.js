import { html, nothing } from 'lit';
import { t } from '../../base/words.js';
import { called } from './column-slot.js';
import { why } from './why.js';

const SHOWN = 200;

const counts = (of, summary) =>
  Object.entries(summary ?? {}).map(([outcome, count]) => html`<li>${t(`import.${of}.${outcome}`, { count })}</li>`);

const where = ({ order, shipment, line, column }) =>
  [order, shipment, t('import.row', { line }), column && called(column)].filter(Boolean).join(' · ');

const refusals = ({ refusals: all, refused }) => html`<section>
  <h3>${t('import.refusals')}</h3>
  <ul class="refusals">
    ${all.slice(0, SHOWN).map((one) => html`<li>
      <b>${where(one)}</b> ${why(one.reason)}
      ${(one.also ?? []).map((more) => html`<br /><b>${where(more)}</b> ${why(more.reason)}`)}
    </li>`)}
  </ul>
  ${refused > SHOWN ? html`<p class="soft">${t('import.more', { count: refused - SHOWN })}</p>` : nothing}
</section>`;

const writtenOrders = ({ written, dryRun }) => html`<details class="disclosure">
  <summary>${t(dryRun ? 'import.would-write' : 'import.wrote')}</summary>
  <ul>
    ${written.slice(0, SHOWN).map(({ order, shipment, line, outcome }) => html`<li>
      <b>${[order, shipment].filter(Boolean).join(' · ')}</b>
      ${t('import.row', { line })}${t('comma')}${t(`import.order.${outcome}`)}
    </li>`)}
  </ul>
</details>`;

/** What became of a file, or would. */
export const importOutcome = (summary) => html`<section class="card outcome" data-dry=${summary.dryRun}>
  <h2>${t(summary.dryRun ? 'import.would' : 'import.done')}</h2>
  <ul class="counts">
    ${counts('orders', summary.orders)} ${counts('shipments', summary.shipments)} ${counts('reports', summary.reports)}
    ${summary.refused > 0 ? html`<li class="bad">${t('import.refused', { count: summary.refused })}</li>` : nothing}
  </ul>
  ${summary.refusals.length > 0 ? refusals(summary) : nothing}
  ${summary.written.length > 0 ? writtenOrders(summary) : nothing}
  ${summary.remarks.length > 0
    ? html`<ul class="soft">${summary.remarks.map((one) => html`<li>${why(one)}</li>`)}</ul>`
    : nothing}
</section>`;
