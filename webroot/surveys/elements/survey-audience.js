import { html, nothing } from 'lit';
import { choicesOf, field, selection } from '../../base/elements/field.js';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';
import './asked-companies.js';

const TIERS = ['platinum', 'gold', 'silver', 'standard'];
const SAMPLES = ['none', 'share', 'size'];
const STRATA = ['tier', 'kind'];
const USUAL = { share: 0.25, size: 100 };

/** Whom a survey asks: fields of the form around it. */
class SurveyAudience extends LightElement {
  static properties = {
    audience: { attribute: false },
    /** Whether some of them can be drawn by lot. */
    isDrawn: { attribute: false },
    error: { attribute: false },
    sampled: { state: true },
  };

  willUpdate(changed) {
    if (changed.has('audience')) {
      const { sample } = this.audience;
      this.sampled = sample ? (sample.share ? 'share' : 'size') : 'none';
    }
  }

  render() {
    const { tiers = [], companies = [] } = this.audience;
    return html`${choicesOf({
        name: 'tier',
        legend: t('survey-editor.audience'),
        hint: t('survey-editor.audience-hint'),
        options: TIERS.map((tier) => [tier, t(`tier.${tier}`)]),
        chosen: tiers,
      })}
      <asked-companies .codes=${companies} .error=${this.error}></asked-companies>
      ${this.isDrawn ? this.#sample() : nothing}`;
  }

  #sample() {
    return html`<div class="survey-pair">
      ${selection({
        name: 'sampled',
        label: t('survey-editor.sample'),
        options: SAMPLES.map((one) => [one, t(`survey-editor.sample.${one}`)]),
        chosen: this.sampled,
        change: ({ target }) => (this.sampled = target.value),
      })}
      ${this.sampled === 'none' ? nothing : this.#amount(this.audience.sample ?? {})}
    </div>`;
  }

  #amount({ share = USUAL.share, size = USUAL.size, strata = STRATA[0] }) {
    const isShare = this.sampled === 'share';
    return html`${field({
        id: `survey-amount-${this.sampled}`,
        name: 'amount',
        type: 'number',
        inputmode: 'numeric',
        min: 1,
        max: isShare ? 100 : 100000,
        label: t(`survey-editor.amount.${this.sampled}`),
        value: String(isShare ? Math.round(share * 100) : size),
      })}
      ${selection({
        name: 'strata',
        label: t('survey-editor.strata'),
        options: STRATA.map((one) => [one, t(`survey-editor.strata.${one}`)]),
        chosen: strata,
      })}`;
  }
}

customElements.define('survey-audience', SurveyAudience);
