import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';
import { lastTime } from '../reading/minutes.js';

/** What came of the meeting before, with which this one begins. */
class LastTime extends LightElement {
  static properties = { last: { attribute: false } };

  render() {
    const { number, reopened, actions } = this.last;
    return html`<section class="card last-time" aria-labelledby="last-time">
      <h2 id="last-time">${t('last-time.title')}</h2>
      <p>${lastTime(this.last)}</p>
      ${reopened.length > 0
        ? html`<ul>
            ${reopened.map(({ text, owner }) => html`<li><b>${text}</b> <span class="soft">${owner}</span></li>`)}
          </ul>`
        : nothing}
      ${actions > 0 ? html`<p><a href="/meetings/${number}/minutes">${t('last-time.read')}</a></p>` : nothing}
    </section>`;
  }
}

customElements.define('last-time', LastTime);
