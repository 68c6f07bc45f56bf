import { html } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { Listing } from '../../base/elements/listing.js';
import { inFull, time } from '../../base/format.js';
import { t } from '../../base/words.js';
import { asked, byDay, deed, details, doer, isNarrowed } from '../reading/audit.js';
import { audit, auditFile } from '../requests.js';
import './audit-filter.js';

/** Who did what about access: sign-ins, rights, links and keys, newest first. */
class AuditPage extends LightElement {
  static properties = { filter: { state: true } };

  #list = new Listing(this, 'entries', (after) => audit({ ...asked(this.filter), after, limit: 100 }));

  constructor() {
    super();
    this.filter = {};
  }

  render() {
    return html`<section class="manage" aria-labelledby="audit">
      <div class="head">
        <h1 id="audit">${t('audit.title')}</h1>
        <a class="quiet" data-action="export" href=${auditFile(asked(this.filter))} download>${t('audit.export')}</a>
      </div>
      <p class="soft">${t('audit.text')}</p>
      <audit-filter @narrow=${this.#narrow}></audit-filter>
      ${this.#list.show(
        (items) => html`<div class="card">${byDay(items).map(([day, entries]) => this.#day(day, entries))}</div>`,
        t(isNarrowed(this.filter) ? 'audit.no-match' : 'audit.none'),
      )}
    </section>`;
  }

  #day(day, entries) {
    return html`<section class="history-day">
      <h2>${day}</h2>
      <ol class="feed">${entries.map((entry) => this.#entry(entry))}</ol>
    </section>`;
  }

  #entry(entry) {
    const { id, at, actor, action, subject, company, address, detail, times } = entry;
    const more = [...(company ? [[t('column.company'), company]] : []), ...details(detail)];
    return html`<li data-entry=${id} data-action=${action}>
      <time datetime=${at} title=${inFull(at)}>${time(at)}</time>
      <p>
        <b>${deed(action)}</b>${times > 1 ? ` × ${times}` : ''}${subject && subject !== actor
          ? html`${t('colon')}${subject}`
          : ''}
        <span class="src">
          ${doer(entry)}${address ? html` ${t('audit.from-address', { address })}` : ''}${more.map(
            ([name, value]) => html` · ${name} ${value}`,
          )}
        </span>
      </p>
    </li>`;
  }

  #narrow({ detail }) {
    this.filter = detail;
    this.#list.reload();
  }
}

customElements.define('audit-page', AuditPage);
