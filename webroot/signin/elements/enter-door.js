import { html, nothing } from 'lit';
import { FormElement } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';

/** The door that a sign-in link leads to. It opens by a touch: mail scanners follow links. */
class EnterDoor extends FormElement {
  static properties = {
    open: { attribute: false },
    /** True in the browser that asked for the link, where nobody has to touch anything. */
    opening: { type: Boolean },
    /** Who is signed in by it, masked; unknown where the link works no more. */
    email: {},
  };

  render() {
    return html`<section class="notice" data-about="enter">
      <div class="notice-panes" aria-hidden="true"><span></span><span></span><span data-lit></span><span></span></div>
      <h1>${t('enter.title')}</h1>
      <p>${t(this.opening ? 'enter.opening' : 'enter.text')}</p>
      ${this.email ? html`<p>${t('enter.as')} <b data-about="who">${this.email}</b></p>` : nothing}
      ${this.opening && !this.problem
        ? nothing
        : html`<p><button
          class="go"
          data-action="enter"
          ?disabled=${this.busy}
          @click=${this.#enter}
        >${t('enter.open')}</button></p>`}
      ${this.trouble()}
    </section>`;
  }

  firstUpdated() {
    if (this.opening) {
      this.#enter();
    }
  }

  #enter() {
    this.attempt(this.open);
  }
}

customElements.define('enter-door', EnterDoor);
