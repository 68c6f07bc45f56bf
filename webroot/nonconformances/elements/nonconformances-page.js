import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { CalmElement } from '../../base/elements/calm-element.js';
import { inDialog } from '../../base/elements/dialogs.js';
import { selection } from '../../base/elements/field.js';
import { keepNarrowing, narrowing } from '../../base/reading/narrowing.js';
import { t } from '../../base/words.js';
import { SEVERITIES, SHOWS, shown } from '../reading/nonconformances.js';
import './nonconformance-row.js';
import './raise-form.js';

const SHOWN_AT_ONCE = 50;
const USUAL = { show: 'open', severity: '' };

/** What is wrong with what is made, live, for staff: the worst first. */
class NonconformancesPage extends CalmElement {
  static properties = {
    list: { attribute: false },
    filter: { state: true },
    most: { state: true },
  };

  constructor() {
    super();
    this.filter = { ...USUAL, ...narrowing({ show: SHOWS, severity: SEVERITIES }) };
    this.most = SHOWN_AT_ONCE;
  }

  render() {
    return html`<section class="manage" aria-labelledby="nonconformances">
      <div class="head">
        <h1 id="nonconformances">${t('nonconformances.title')}</h1>
        <button class="go" data-action="raise" @click=${this.#raise}>${t('nonconformances.raise')}</button>
      </div>
      ${this.list ? this.#content() : html`<p class="soft" aria-busy="true">${t('loading')}</p>`}
    </section>`;
  }

  #content() {
    const { filter } = this;
    const rows = Object.values(this.list.rows ?? {});
    const there = shown(rows, filter.show, filter.severity);
    return html`${this.#filters(rows)}
      ${there.length === 0
        ? html`<p class="empty">${t(`nonconformances.none-${filter.show}`)}</p>`
        : html`<ol class="card problem-rows">
            ${repeat(
              there.slice(0, this.most),
              ({ number }) => number,
              (row) => html`<li><nonconformance-row .row=${row}></nonconformance-row></li>`,
            )}
          </ol>`}
      ${there.length > this.most
        ? html`<p><button class="quiet" @click=${() => (this.most += SHOWN_AT_ONCE)}>${t('more')}</button></p>`
        : nothing}
      ${this.list.truncated ? html`<p class="soft">${t('nonconformances.truncated')}</p>` : nothing}`;
  }

  #filters(rows) {
    const { filter } = this;
    return html`<div class="filters">
      <div class="kinds" role="group" aria-label=${t('nonconformances.show')}>
        ${SHOWS.map((show) => html`<button
          data-show=${show}
          aria-pressed=${filter.show === show}
          @click=${() => this.#narrow({ show })}
        >${t(`nonconformances.${show}`)}
          <span class="n">${shown(rows, show, filter.severity).length}</span></button>`)}
      </div>
      ${selection({
        name: 'severity',
        label: t('nonconformance.severity'),
        options: [['', t('nonconformances.any-severity')], ...SEVERITIES.map((one) => [one, t(`severity.${one}`)])],
        chosen: filter.severity,
        change: ({ target }) => this.#narrow({ severity: target.value }),
      })}
    </div>`;
  }

  #narrow(change) {
    this.filter = { ...this.filter, ...change };
    this.most = SHOWN_AT_ONCE;
    keepNarrowing(this.filter, USUAL);
  }

  #raise = async () => {
    const form = Object.assign(document.createElement('raise-form'), { place: {}, anywhere: true });
    const made = await inDialog(form, t('nonconformances.raise'));
    if (made) {
      location.assign(`/nonconformances/${made.number}`);
    }
  };
}

customElements.define('nonconformances-page', NonconformancesPage);
