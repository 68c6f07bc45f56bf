import { html } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';
import { change, figure } from '../reading/quarter.js';

/** A figure now, the same before, and what the difference says. */
class KeptChange extends LightElement {
  static properties = { kept: { attribute: false }, before: {}, now: {} };

  render() {
    const { kept } = this;
    return html`<p>${this.now ? html`<span class="soft">${this.now}</span> ` : ''}${figure(kept.now)}</p>
      <p class="soft">${this.before ?? t('service-review.before')} ${figure(kept.before)}</p>
      ${kept.verdict === 'nothing'
        ? ''
        : html`<p class="kept-verdict" data-verdict=${kept.verdict}>${change(kept)}</p>`}`;
  }
}

customElements.define('kept-change', KeptChange);
