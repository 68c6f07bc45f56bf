import { html, nothing } from 'lit';
import { FormElement } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { askForGlassLink } from '../requests.js';

/** What a glass link shows once it has ended: nothing of the order, and a way to ask for a new link. */
class GlassEnded extends FormElement {
  static properties = { about: {}, token: { attribute: false }, asked: { state: true } };

  render() {
    return html`<section class="notice" data-about=${this.about}>
      <div class="notice-panes" aria-hidden="true"><span></span><span></span><span></span><span></span></div>
      <h1>${t(`notice.${this.about}.title`)}</h1>
      <p>${t(`notice.${this.about}.text`)}</p>
      ${this.token && !this.asked
        ? html`<p><button
          class="go"
          data-action="ask-again"
          ?disabled=${this.busy}
          @click=${this.#ask}
        >${t('glass.ask')}</button></p>`
        : nothing}
      <p role="status">${this.asked ? t('glass.asked') : ''}</p>
      ${this.trouble()}
    </section>`;
  }

  async #ask() {
    this.asked = await this.attempt(() => askForGlassLink(this.token));
  }
}

customElements.define('glass-ended', GlassEnded);
