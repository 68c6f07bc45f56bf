import { html, nothing } from 'lit';
import { CalmElement } from '../../base/elements/calm-element.js';
import { inDialog } from '../../base/elements/dialogs.js';
import { can } from '../../base/reading/access.js';
import { t } from '../../base/words.js';
import { Outbox } from '../outbox.js';
import { parted } from '../reading/visits.js';
import './visit-dues.js';
import './visit-round.js';
import './visit-row.js';

const TABS = ['round', 'overdue', 'all'];
const RESTS_MILLIS = 1000;

/** Visits for the house: one's own week, who is overdue, and all there are. */
class VisitsPage extends CalmElement {
  static properties = {
    me: { attribute: false },
    list: { attribute: false },
    tab: { state: true },
    moved: { state: true },
    said: { state: true },
  };

  #timer;

  constructor() {
    super();
    this.moved = 0;
    this.tab = TABS.find((tab) => location.hash === `#${tab}`) ?? TABS[0];
  }

  connectedCallback() {
    super.connectedCallback();
    new Outbox(this.me.email).flush(); // What was noted without a network goes now.
  }

  updated(changed) {
    if (changed.has('list') && changed.get('list')) {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => (this.moved += 1), RESTS_MILLIS);
    }
  }

  render() {
    const plans = can(this.me, 'visits.keep');
    return html`<section class="manage" aria-labelledby="visits">
      <div class="lead">
        <div class="head">
          <h1 id="visits">${t('visits.title')}</h1>
          ${plans
            ? html`<p class="buttons">
                <button class="quiet" data-action="cover" @click=${this.#cover}>${t('visits.cover')}</button>
                <button class="go" data-action="plan" @click=${() => this.#plan()}>${t('visits.plan')}</button>
              </p>`
            : nothing}
        </div>
        <p class="soft">${t('visits.text')}</p>
      </div>
      <div class="kinds" role="group" aria-label=${t('visits.show')}>
        ${TABS.map(
          (tab) => html`<button data-tab=${tab} aria-pressed=${this.tab === tab} @click=${() => this.#turn(tab)}>
            ${t(`visits.tab.${tab}`)}
          </button>`,
        )}
      </div>
      <p role="status" class="said">${this.said ?? ''}</p>
      <div class="visits-all" @plan=${({ detail }) => this.#plan(detail)}>${this.#shown(plans)}</div>
    </section>`;
  }

  #shown(plans) {
    if (this.tab === 'round') {
      return html`<visit-round .moved=${this.moved} ?plans=${plans}></visit-round>`;
    }
    return this.tab === 'overdue'
      ? html`<visit-dues .moved=${this.moved} ?plans=${plans}></visit-dues>`
      : this.#all();
  }

  #all() {
    const { coming, past } = parted(this.list?.rows ?? {});
    if (this.list && coming.length + past.length === 0) {
      return html`<div class="empty">${t('visits.none')}</div>`;
    }
    return html`${this.#part('coming', coming)} ${this.#part('past', past)}
    ${this.list?.truncated ? html`<p class="soft">${t('visits.truncated')}</p>` : nothing}`;
  }

  #part(name, visits) {
    return visits.length === 0
      ? nothing
      : html`<h2>${t(`visits.${name}`)}</h2>
          <ul class="rows card">
            ${visits.map((visit) => html`<li data-visit=${visit.number}><visit-row .visit=${visit}></visit-row></li>`)}
          </ul>`;
  }

  #turn(tab) {
    this.tab = tab;
    history.replaceState(null, '', `#${tab}`);
  }

  async #plan(wanted) {
    await import('./visit-form.js');
    const form = Object.assign(document.createElement('visit-form'), { me: this.me, wanted });
    const saved = await inDialog(form, t('visit-form.new'));
    if (saved) {
      location.assign(`/visits/${saved.number}`);
    }
  }

  #cover = async () => {
    await import('./cover-form.js');
    const said = await inDialog(document.createElement('cover-form'), t('cover-form.title'));
    if (said) {
      this.said = said;
      this.moved += 1;
    }
  };
}

customElements.define('visits-page', VisitsPage);
