import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t, wording } from '../../base/words.js';
import './voice-clock.js';

/** Right after something was said: who has it, whose hours count, and by when what happens. */
class WhatFollows extends LightElement {
  static properties = { voice: { attribute: false } };

  render() {
    const { voice } = this;
    const isGlass = location.pathname === '/glass';
    return html`<section class="what-follows" aria-labelledby="follows">
      <h2 id="follows" tabindex="-1">${t('follows.title')}</h2>
      <p>${t('follows.has-it', { number: voice.number, department: wording(voice.department.name) })}</p>
      <voice-clock .page=${voice}></voice-clock>
      <p class="soft">${t(isGlass ? 'follows.told-here' : 'follows.told')}</p>
      <p class="buttons">
        ${isGlass
          ? nothing
          : html`<a class="go" href="/messages/${voice.number}">${t('follows.open')}</a>`}
        <button
          type="button"
          class="quiet"
          data-action="close"
          @click=${() => this.dispatchEvent(new CustomEvent('done'))}
        >${t('close')}</button>
      </p>
    </section>`;
  }

  firstUpdated() {
    this.querySelector('h2').focus();
  }
}

customElements.define('what-follows', WhatFollows);
