import { html, nothing } from 'lit';
import { FormElement } from '../../base/elements/form-element.js';
import { has, t } from '../../base/words.js';
import { preview } from '../requests.js';

/** Who would be asked if it began now. */
class SurveyPreview extends FormElement {
  static properties = { code: { attribute: false }, drawn: { state: true } };

  firstUpdated() {
    this.attempt(async () => (this.drawn = await preview(this.code)));
  }

  render() {
    const { drawn } = this;
    return html`<section class="form">
      <h2>${t('survey-page.preview')}</h2>
      ${this.trouble()}
      ${drawn
        ? html`<p>${t('survey-preview.text', { asked: drawn.asked, count: drawn.inQuestion })}</p>
            ${drawn.left > 0 ? html`<p class="soft">${t('survey-preview.left', { count: drawn.left })}</p>` : nothing}
            ${drawn.strata.length > 0
              ? html`<ul>
                  ${drawn.strata.map((one) => html`<li>${t('survey-preview.stratum', {
                    name: named(one.name),
                    asked: one.asked,
                    of: one.of,
                  })}</li>`)}
                </ul>
                <p class="soft">${t('survey-preview.seed', { seed: drawn.seed })}</p>`
              : nothing}
            <ul class="rows">
              ${drawn.people.map(({ name, company }) => html`<li>${name} <span class="soft">${company}</span></li>`)}
            </ul>`
        : html`<p class="soft">${t('loading')}</p>`}
      <p class="buttons">
        <button class="quiet" data-action="put-away" @click=${() => this.done()}>${t('close')}</button>
      </p>
    </section>`;
  }
}

const named = (stratum) => (has(`tier.${stratum}`) ? t(`tier.${stratum}`) : t(`survey-stratum.${stratum}`));

customElements.define('survey-preview', SurveyPreview);
