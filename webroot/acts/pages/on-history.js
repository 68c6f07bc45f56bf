import { html } from 'lit';
import { contribute } from '../../base/places.js';
import { can } from '../../base/reading/access.js';
import { viewer } from '../../base/start.js';
import { t } from '../../base/words.js';
import { correcting } from '../doing.js';

const me = await viewer().catch(() => ({}));

/** A report that counts and that one knows by its name can be corrected by another that says so. */
const isCorrectable = ({ kind, body, report }) =>
  kind === 'reported' && report?.id !== undefined && !report.corrected && body.kind !== 'withdrawn';

if (can(me, 'reports.send')) {
  contribute('entry', ({ order, page, event, said }) =>
    isCorrectable(event)
      ? html`<button
          type="button"
          class="acts-button"
          data-action="act-correct"
          @click=${() => correcting({ order, page, event, said })}
        >${t('acts.correct')}<span class="visually-hidden">${t('acts.about', { what: said })}</span></button>`
      : '',
  );
}
