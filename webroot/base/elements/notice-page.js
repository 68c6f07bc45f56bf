import { html, nothing } from 'lit';
import { has, t } from '../words.js';
import { LightElement } from './light-element.js';

/** A whole page that says one thing: signed out, not found, ended, forbidden, unreachable. */
class NoticePage extends LightElement {
  static properties = { about: {}, back: {} };

  render() {
    const own = `notice.${this.about}.back`;
    return html`<section class="notice" data-about=${this.about}>
      <div class="notice-panes" aria-hidden="true"><span></span><span></span><span></span><span></span></div>
      <h1>${t(`notice.${this.about}.title`)}</h1>
      <p>${t(`notice.${this.about}.text`)}</p>
      ${this.back ? html`<p><a class="go" href=${this.back}>${t(has(own) ? own : 'notice.back')}</a></p>` : nothing}
    </section>`;
  }
}

customElements.define('notice-page', NoticePage);
