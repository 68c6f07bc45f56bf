import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { FormElement } from '../../base/elements/form-element.js';
import { when } from '../../base/format.js';
import { t, wording } from '../../base/words.js';
import { confirming, counting, declining } from '../doing.js';
import { saveWaiverSettings, waiverSettings, waiversAsked } from '../requests.js';

/** The waivers that wait for a second person, and whether the house demands one. */
class WaiversPage extends FormElement {
  static properties = {
    me: { attribute: false },
    sets: { attribute: false },
    asked: { state: true },
    secondPerson: { state: true },
  };

  connectedCallback() {
    super.connectedCallback();
    this.attempt(async () => {
      [{ secondPerson: this.secondPerson }] = await Promise.all([waiverSettings(), this.#read()]);
    });
  }

  async #read() {
    this.asked = (await waiversAsked()).waivers;
  }

  render() {
    return html`<section class="waivers" aria-labelledby="waivers">
      <h1 id="waivers">${t('waivers.title')}</h1>
      ${this.trouble()}
      <div class="card">
        <h2>${t('waivers.asked')}</h2>
        ${this.asked ? this.#list() : html`<p class="soft" aria-busy="true">${t('loading')}</p>`}
      </div>
      ${this.sets && this.secondPerson !== undefined ? this.#setting() : nothing}
    </section>`;
  }

  #list() {
    return this.asked.length === 0
      ? html`<p class="empty">${t('waivers.none')}</p>`
      : html`<ul class="waiver-list">${repeat(this.asked, keyOf, (one) => this.#row(one))}</ul>`;
  }

  #row(one) {
    const { order, demand, reason, askedBy, askedAt } = one;
    const own = askedBy === this.me.name;
    const about = { order, line: demand.line, requirement: demand.requirement, named: wording(demand.name) };
    return html`<li data-order=${order} data-requirement=${demand.requirement}>
      <p>
        <a href="/orders/${encodeURIComponent(order)}">${order}</a>
        <strong>${wording(demand.name)}</strong>
      </p>
      <p>${t('acts.waiver-asked', { by: askedBy, reason: wording(reason) })}</p>
      <p class="soft">${when(askedAt)}${own ? html` · ${t('acts.second-person')}` : nothing}</p>
      <p class="buttons">
        ${own
          ? this.#button('withdraw', counting, about)
          : [this.#button('confirm', confirming, { ...about, reason }), this.#button('decline', declining, about)]}
      </p>
    </li>`;
  }

  #button(name, act, about) {
    return html`<button class="quiet" data-action="act-${name}" @click=${() => this.#do(act, about)}>
      ${t(`acts.${name}`)}<span class="visually-hidden">${t('acts.about', { what: about.named })}</span>
    </button>`;
  }

  async #do(act, about) {
    await act(about);
    await this.attempt(() => this.#read());
  }

  #setting() {
    return html`<div class="card">
      <h2>${t('waivers.setting')}</h2>
      <label class="tick">
        <input
          type="checkbox"
          name="secondPerson"
          ?disabled=${this.busy}
          .checked=${this.secondPerson}
          @change=${this.#set}
        />
        <span>${t('waivers.second-person')}<small class="soft">${t('waivers.second-person-hint')}</small></span>
      </label>
    </div>`;
  }

  #set = async ({ target }) => {
    const wanted = target.checked;
    if (await this.attempt(() => saveWaiverSettings({ secondPerson: wanted }))) {
      this.secondPerson = wanted;
    } else {
      target.checked = this.secondPerson;
    }
  };
}

const keyOf = ({ order, demand }) => `${order} ${demand.line} ${demand.requirement}`;

customElements.define('waivers-page', WaiversPage);
