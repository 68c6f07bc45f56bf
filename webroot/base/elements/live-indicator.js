import { html, nothing } from 'lit';
import { ago, inFull, when } from '../format.js';
import { t } from '../words.js';
import { LightElement } from './light-element.js';
import { Ticking } from './ticking.js';

/** Whether what is shown is what the plant says now. */
class LiveIndicator extends LightElement {
  static properties = { connection: { attribute: false }, heardAt: { attribute: false } };

  #followed;

  constructor() {
    super();
    new Ticking(this);
  }

  willUpdate(changed) {
    if (changed.has('connection')) {
      this.#follow();
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#followed?.removeEventListener('state', this.#draw);
  }

  render() {
    const state = this.connection?.state ?? 'connecting';
    return html`<span class="live" data-state=${state} title=${this.heardAt ? inFull(this.heardAt) : nothing}>
      <span class="dot" aria-hidden="true"></span>
      <span class="live-state">${this.#state(state)}</span>
      ${this.heardAt && state === 'live'
        ? html`<span class="soft">${t('live.heard', { ago: ago(this.heardAt) })}</span>`
        : nothing}
    </span>`;
  }

  #state(state) {
    const { saidAt } = this.connection ?? {};
    return state === 'offline' && saidAt
      ? t('live.offline-since', { time: when(new Date(saidAt).toISOString()) })
      : t(`live.${state}`);
  }

  #follow() {
    this.#followed?.removeEventListener('state', this.#draw);
    this.#followed = this.connection;
    this.#followed?.addEventListener('state', this.#draw);
  }

  #draw = () => this.requestUpdate();
}

customElements.define('live-indicator', LiveIndicator);
