import { html } from 'lit';
import { t } from '../i18n/words.js';
import { LightElement } from './light-element.js';

/** The door that a sign-in link leads to. It opens by a touch: mail scanners follow links. */
class EnterDoor extends LightElement {
  static properties = { open: { attribute: false }, failed: { state: true }, busy: { state: true } };

  render() {
    return html`<section class="notice" data-about="enter">
      <div class="notice-panes" aria-hidden="true"><span></span><span></span><span data-lit></span><span></span></div>
      <h1>${t('enter.title')}</h1>
      <p>${t('enter.text')}</p>
      <p><button class="go" data-action="enter" ?disabled=${this.busy} @click=${this.#enter}>${t('enter.open')}</button></p>
      <p role="alert">${this.failed ?? ''}</p>
    </section>`;
  }

  async #enter() {
    this.busy = true;
    try {
      this.failed = undefined;
      await this.open();
    } catch (problem) {
      this.failed = t('enter.failed', { why: problem.message });
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('enter-door', EnterDoor);
