import { html } from 'lit';
import { inDialog } from '../../base/elements/dialogs.js';
import { LightElement } from '../../base/elements/light-element.js';
import { goLive } from '../../base/start.js';
import { t } from '../../base/words.js';
import './voice-view.js';

/** Opens a message over the page, live, for whoever looks through a glass link and has no page of their own. */
export const openVoice = (number) =>
  inDialog(Object.assign(document.createElement('voice-dialog'), { number }), t('voice.number', { number }));

class VoiceDialog extends LightElement {
  static properties = { number: { attribute: false }, page: { state: true }, gone: { state: true } };

  #stop;

  connectedCallback() {
    super.connectedCallback();
    this.#stop = goLive().watch(`voices/${this.number}`, (shown) => Object.assign(this, shown));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#stop();
  }

  render() {
    return html`${this.#content()}
      <p class="buttons">
        <button type="button" class="quiet" data-action="close" @click=${this.#close}>${t('close')}</button>
      </p>`;
  }

  #content() {
    if (this.gone) {
      return html`<p role="status">${t('notice.not-found.text')}</p>`;
    }
    return this.page
      ? html`<voice-view .page=${this.page} .reader=${{ isGlass: true, isStaff: false }} beside></voice-view>`
      : html`<p class="soft" aria-busy="true">${t('loading')}</p>`;
  }

  #close = () => this.dispatchEvent(new CustomEvent('done'));
}

customElements.define('voice-dialog', VoiceDialog);
