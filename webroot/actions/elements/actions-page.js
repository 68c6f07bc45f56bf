import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { CalmElement } from '../../base/elements/calm-element.js';
import { selection } from '../../base/elements/field.js';
import { Ticking } from '../../base/elements/ticking.js';
import { keepNarrowing, narrowing } from '../../base/reading/narrowing.js';
import { t } from '../../base/words.js';
import { SHOWS, shown, sourceOf, sources } from '../reading/actions.js';
import './action-form.js';
import './action-mails.js';
import './action-row.js';
import './action-settings.js';

const CLOCK_MILLIS = 30_000;
const SHOWN_AT_ONCE = 50;
const USUAL = { show: 'open', source: '' };

/** What the house does because somebody said so, live, for staff. */
class ActionsPage extends CalmElement {
  static properties = {
    list: { attribute: false },
    me: { attribute: false },
    keeps: { attribute: false },
    sets: { attribute: false },
    filter: { state: true },
    most: { state: true },
    making: { state: true },
  };

  constructor() {
    super();
    new Ticking(this, CLOCK_MILLIS);
    this.filter = { ...USUAL, ...narrowing({ show: SHOWS, source: undefined }) };
    this.most = SHOWN_AT_ONCE;
  }

  render() {
    return html`<section class="manage actions" aria-labelledby="actions">
      <div class="head">
        <h1 id="actions">${t('actions.title')}</h1>
        ${this.keeps && !this.making
          ? html`<button class="go" data-action="make" @click=${() => (this.making = true)}>
              ${t('actions.make')}
            </button>`
          : nothing}
      </div>
      ${this.making
        ? html`<action-form class="card" @done=${() => (this.making = false)}></action-form>`
        : nothing}
      ${this.list ? this.#content() : html`<p class="soft" aria-busy="true">${t('loading')}</p>`}
      <action-mails></action-mails>
      ${this.sets ? html`<action-settings></action-settings>` : nothing}
    </section>`;
  }

  #content() {
    const all = Object.values(this.list.rows ?? {});
    const { source } = this.filter;
    const rows = all.filter((row) => !source || (row.source && sourceOf(row.source) === source));
    const there = shown(rows, this.filter.show, this.me.email);
    return html`${this.#filters(all, rows)}
      ${there.length === 0
        ? html`<p class="empty">${t(`actions.no-${this.filter.show}`)}</p>`
        : html`<ol class="card action-rows">
            ${repeat(
              there.slice(0, this.most),
              ({ number }) => number,
              (row) => html`<li><action-row .row=${row}></action-row></li>`,
            )}
          </ol>`}
      ${there.length > this.most
        ? html`<p><button class="quiet" @click=${() => (this.most += SHOWN_AT_ONCE)}>${t('more')}</button></p>`
        : nothing}
      ${this.list.truncated ? html`<p class="soft">${t('actions.truncated')}</p>` : nothing}`;
  }

  #filters(all, rows) {
    const options = sources(all);
    return html`<div class="filters">
      <div class="kinds" role="group" aria-label=${t('actions.show')}>
        ${SHOWS.map((show) => html`<button
          data-show=${show}
          aria-pressed=${this.filter.show === show}
          @click=${() => this.#narrow({ show })}
        >${t(`actions.${show}`)}
          <span class="n">${shown(rows, show, this.me.email).length}</span></button>`)}
      </div>
      ${options.length > 0
        ? selection({
            name: 'source',
            label: t('actions.source'),
            options: [['', t('actions.any-source')], ...options],
            chosen: this.filter.source,
            change: ({ target }) => this.#narrow({ source: target.value }),
          })
        : nothing}
    </div>`;
  }

  #narrow(change) {
    this.filter = { ...this.filter, ...change };
    this.most = SHOWN_AT_ONCE;
    keepNarrowing(this.filter, USUAL);
  }
}

customElements.define('actions-page', ActionsPage);
