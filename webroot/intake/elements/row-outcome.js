import { html, nothing } from 'lit';
import { t } from '../../base/words.js';
import { shown } from '../reading/outcomes.js';
import { called } from './column-slot.js';
import { why } from './why.js';

const MARKS = { created: 'ok', refused: 'bad' };

const what = ({ line, requirement, column }) =>
  [line !== undefined && t('import.line-of', { line }), requirement, called(column)].filter(Boolean).join(' · ');

const change = (one) => html`<li>
  ${what(one)}${t('import.colon')}<span class="before">${shown(one.before)}</span>
  <span aria-hidden="true">→</span><span class="visually-hidden">${t('import.becomes')}</span>
  <b>${shown(one.after)}</b>
</li>`;

const refusal = ({ order, shipment }, { line, column, reason }) => html`<li>
  <b>${[order, shipment, t('import.row', { line }), column && called(column)].filter(Boolean).join(' · ')}</b>
  ${why(reason)}
</li>`;

const logged = ({ taken, known }) =>
  ['taken', 'known']
    .filter((one) => ({ taken, known })[one] > 0)
    .map((one) => t(`import.reports.${one}`, { count: { taken, known }[one] }))
    .join(t('comma'));

/** What becomes of one order or shipment of a file, with what changes, or why it is refused. */
export const rowOutcome = (one) => html`<li class="row-outcome" data-outcome=${one.outcome}>
  <p class="what">
    <b>${[one.order, one.shipment].filter(Boolean).join(' · ')}</b>
    <span class="chip ${MARKS[one.outcome] ?? ''}">${t(`import.fate.${one.outcome}`)}</span>
    <span class="soft">${t('import.row', { line: one.line })}</span>
    ${one.reports && one.reports.taken + one.reports.known > 0
      ? html`<span class="soft">${logged(one.reports)}</span>`
      : nothing}
  </p>
  ${one.changes?.length > 0 ? html`<ul class="changes">${one.changes.map(change)}</ul>` : nothing}
  ${one.refusals?.length > 0
    ? html`<ul class="refusals">${one.refusals.map((each) => refusal(one, each))}</ul>`
    : nothing}
</li>`;
