import { html } from 'lit';
import { confirmed, inDialog } from '../../base/elements/dialogs.js';
import { FormElement } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { connector, connectors, pullNow, removeConnector } from '../requests.js';
import './connector-form.js';
import './connector-row.js';
import './pull-preview.js';
import './record-list.js';

const LOOKS_EVERY_MILLIS = 5_000;

/** What is pulled from other systems, and how that goes. */
class ConnectorsPage extends FormElement {
  static properties = { connectors: { attribute: false }, said: { state: true } };

  #looking;

  connectedCallback() {
    super.connectedCallback();
    this.#looking = setInterval(() => this.#look(), LOOKS_EVERY_MILLIS);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#looking);
  }

  render() {
    return html`<section class="manage" aria-labelledby="connectors">
      <div class="head">
        <h1 id="connectors">${t('connectors.title')}</h1>
        <button class="go" data-action="add" @click=${() => this.#edit()}>${t('connectors.add')}</button>
      </div>
      <p class="soft">${t('connectors.about')}</p>
      <p role="status" class="said">${this.said ?? ''}</p>
      ${this.trouble()}
      ${this.connectors.length === 0
        ? html`<p class="empty">${t('connectors.none')}</p>`
        : html`<ul class="rows card">
            ${this.connectors.map((one) => this.#row(one))}
          </ul>`}
    </section>`;
  }

  #row(one) {
    return html`<li data-connector=${one.code}>
      <connector-row
        .connector=${one}
        @edit=${() => this.#edit(one)}
        @preview=${() => this.#show('pull-preview', one, t('preview.title', one))}
        @pull=${({ detail }) => this.#pull(one, detail)}
        @records=${({ detail }) => this.#show('record-list', one, t(`records.${detail}`, one), { which: detail })}
        @remove=${() => this.#remove(one)}
      ></connector-row>
    </li>`;
  }

  /** What is at work elsewhere moves on; nobody waits for it, and one look that fails is no trouble. */
  async #look() {
    if (!document.hidden && !this.busy) {
      this.connectors = await connectors().catch(() => this.connectors);
    }
  }

  async #edit(one) {
    const form = Object.assign(document.createElement('connector-form'), {
      connector: one && (await connector(one.code).catch(() => one)),
      taken: this.connectors.map(({ code }) => code),
    });
    const saved = await inDialog(form, t(one ? 'connector.edit' : 'connectors.add'));
    if (saved) {
      await this.#after(t('connector.saved', saved));
    }
  }

  #show(name, one, label, more = {}) {
    return inDialog(Object.assign(document.createElement(name), { connector: one, ...more }), label);
  }

  async #pull(one, scope) {
    const isDoubtful = one.fault?.kind === 'doubtful';
    const believed = isDoubtful && scope === 'everything' && (await confirmed(this.#doubt(one)));
    if (!isDoubtful || scope !== 'everything' || believed) {
      await this.attempt(() => pullNow(one.code, { scope, believed }));
      await this.#after(this.problem ? undefined : t('connector.pulled', one));
    }
  }

  #doubt(one) {
    return { title: t('connector.believe-title'), text: one.fault.sentence, go: t('connector.believe') };
  }

  async #remove(one) {
    const question = {
      title: t('connector.remove-title', one),
      text: t('connector.remove-text'),
      go: t('connector.remove'),
    };
    if ((await confirmed(question)) && (await this.attempt(() => removeConnector(one.code)))) {
      await this.#after(t('connector.removed', one));
    }
  }

  async #after(said) {
    this.said = said ?? this.said;
    await this.#look();
  }
}

customElements.define('connectors-page', ConnectorsPage);
