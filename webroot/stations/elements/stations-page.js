import { html, nothing } from 'lit';
import { confirmed, inDialog } from '../../base/elements/dialogs.js';
import { FormElement } from '../../base/elements/form-element.js';
import { ago } from '../../base/format.js';
import { t } from '../../base/words.js';
import { drawn, setUpCode, signOutStation, stations, withdrawStation } from '../requests.js';
import './operator-list.js';
import './set-up-code.js';
import './station-form.js';

/** Which stations there are, and who reports there. */
class StationsPage extends FormElement {
  static properties = {
    stations: { attribute: false },
    operators: { attribute: false },
    said: { state: true },
  };

  render() {
    return html`<section class="manage stations-page" aria-labelledby="stations">
        <div class="head">
          <h1 id="stations">${t('stations.title')}</h1>
          <button class="go" data-action="add" @click=${() => this.#edit()}>${t('stations.add')}</button>
        </div>
        <p class="soft">${t('stations.about')} <a href="/travellers">${t('stations.to-travellers')}</a></p>
        <p role="status" class="said">${this.said ?? ''}</p>
        ${this.trouble()}
        ${this.stations.length === 0
          ? html`<p class="empty">${t('stations.none')}</p>`
          : html`<ul class="rows card">
              ${this.stations.map((one) => html`<li data-station=${one.name}>${this.#row(one)}</li>`)}
            </ul>`}
      </section>
      <operator-list .operators=${this.operators}></operator-list>`;
  }

  #row(one) {
    const what = [...one.operations, ...one.stages.map(({ stage }) => stage)].join(t('stations.and'));
    return html`<div class="row station-row">
      <p class="row-main">
        <strong>${one.name}</strong>
        <span class="row-line soft">${one.place ? html`${one.place}<br />` : nothing}${what}</span>
      </p>
      <p class="row-main station-seen" data-look=${one.screens ? nothing : 'warn'}>
        ${one.seenAt ? t('stations.seen', { ago: ago(one.seenAt) }) : t('stations.never')}
        ${one.screens
          ? html`<span class="row-line soft">${t('stations.screens', { count: one.screens })}</span>`
          : nothing}
      </p>
      <p class="buttons">
        ${this.#button(one, 'set-up', () => this.#setUp(one), 'go')}
        ${this.#button(one, 'change', () => this.#edit(one))}
        ${one.screens ? this.#button(one, 'sign-out', () => this.#signOut(one)) : nothing}
        ${this.#button(one, 'withdraw', () => this.#withdraw(one))}
      </p>
    </div>`;
  }

  #button({ name }, action, act, look = 'quiet') {
    return html`<button class=${look} data-action=${action} ?disabled=${this.busy} @click=${act}>
      ${t(`stations.${action}`)}<span class="visually-hidden">${t('colon')}${name}</span>
    </button>`;
  }

  async #edit(station) {
    const form = Object.assign(document.createElement('station-form'), { station });
    const saved = await inDialog(form, t(station ? 'stations.change-title' : 'stations.add'));
    saved && (await this.#after('stations.saved', saved));
  }

  #setUp = (station) =>
    this.attempt(async () => {
      const code = await setUpCode(station.id);
      const [qr] = await drawn([code.link]);
      const shown = Object.assign(document.createElement('set-up-code'), { station, code, qr });
      await inDialog(shown, t('set-up.title', station));
      this.stations = await stations();
    });

  async #signOut(station) {
    const go = t('stations.sign-out');
    const question = { title: t('stations.sign-out-title', station), text: t('stations.sign-out-text'), go };
    if ((await confirmed(question)) && (await this.attempt(() => signOutStation(station.id)))) {
      await this.#after('stations.signed-out', station);
    }
  }

  async #withdraw(station) {
    const go = t('stations.withdraw');
    const question = { title: t('stations.withdraw-title', station), text: t('stations.withdraw-text'), go };
    if ((await confirmed(question)) && (await this.attempt(() => withdrawStation(station.id)))) {
      await this.#after('stations.withdrawn', station);
    }
  }

  #after(said, { name }) {
    return this.attempt(async () => {
      this.stations = await stations();
      this.said = t(said, { name });
    });
  }
}

customElements.define('stations-page', StationsPage);
