import { html, nothing } from 'lit';
import { inDialog } from '../../base/elements/dialogs.js';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';

/** What was found out: why it happened, what prevents it, and thanks. */
class AnalysisCard extends LightElement {
  static properties = { number: { attribute: false }, page: { attribute: false } };

  render() {
    const { whys, cause, prevention, thanks } = this.page.report;
    const isEmpty = whys.length === 0 && !cause && !prevention && !thanks;
    return html`<section class="card" aria-labelledby="analysis">
      <h2 id="analysis">${t('analysis.title')}</h2>
      ${isEmpty ? html`<p class="soft">${t('analysis.none')}</p>` : nothing}
      ${whys.length > 0
        ? html`<ol class="analysis-whys">
            ${whys.map((why) => html`<li>${t('eight-d.why')} ${why}</li>`)}
          </ol>`
        : nothing}
      ${this.#text('cause', cause)} ${this.#text('prevention', prevention)} ${this.#text('thanks', thanks)}
      <p class="buttons">
        <button class="quiet" data-action="write-analysis" @click=${this.#write}>${t('analysis.write')}</button>
        <a href="/nonconformances/${this.number}/report">${t('eight-d.read')}</a>
      </p>
    </section>`;
  }

  #text(name, text) {
    return text
      ? html`<h3>${t(`analysis.${name}`)}</h3>
          <p class="analysis-text">${text}</p>`
      : nothing;
  }

  #write = async () => {
    await import('./analysis-form.js');
    const { number, page } = this;
    await inDialog(Object.assign(document.createElement('analysis-form'), { number, page }), t('analysis.write'));
  };
}

customElements.define('analysis-card', AnalysisCard);
