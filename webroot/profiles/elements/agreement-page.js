import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';
import './agreed-parts.js';
import './version-list.js';

/** What the reader's company was promised, live: in sentences, with since when and who agreed. */
class AgreementPage extends LightElement {
  static properties = { page: { attribute: false } };

  render() {
    return html`<section class="manage agreement" aria-labelledby="agreement">
      <div class="lead">
        <h1 id="agreement">${t('agreement.title')}</h1>
        <p class="soft">${t('agreement.text')}</p>
      </div>
      ${this.page ? this.#content() : html`<p class="soft" aria-busy="true">${t('loading')}</p>`}
    </section>`;
  }

  #content() {
    const { today, versions, tierSince, counting, day } = this.page;
    return html`<div class="card">
        <agreed-parts .today=${today} .known=${this.page} .sources=${{ versions, tierSince }}></agreed-parts>
      </div>
      ${versions.length > 0
        ? html`<section class="card" aria-labelledby="agreed-versions">
            <h2 id="agreed-versions">${t('agreement.versions')}</h2>
            <p class="soft">${t('agreement.versions-text')}</p>
            <version-list .versions=${versions} .counting=${counting} .day=${day} .known=${this.page}></version-list>
          </section>`
        : nothing}`;
  }
}

customElements.define('agreement-page', AgreementPage);
