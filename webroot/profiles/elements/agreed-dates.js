import { html } from 'lit';
import { choicesOf, field, selection } from '../../base/elements/field.js';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';
import { REMEDIES } from '../reading/dates.js';

const HOUR = 60;

/** What happens where a date will hardly be kept: as without, or what is filled in, in `named`. */
class AgreedDates extends LightElement {
  static properties = {
    /** What was agreed until now; absent where it is as without. */
    terms: { attribute: false },
    /** What counts where nothing is filled in. */
    counting: { attribute: false },
    usual: { attribute: false },
    choice: { state: true },
    remedies: { state: true },
  };

  willUpdate() {
    this.choice ??= this.terms ? 'own' : '';
    this.remedies ??= (this.terms ?? this.counting).remedies;
  }

  /** What is sent of it; nothing where it stays as it is without. */
  get named() {
    if (this.choice === '') {
      return undefined;
    }
    const value = (name) => this.querySelector(`[name="dates.${name}"]`).value;
    return {
      riskBelow: Number(value('riskBelow')),
      decideWithin: Math.round(Number(value('decideWithin')) * HOUR),
      answerWithin: Number(value('answerWithin')),
      remedies: this.remedies,
      silence: value('silence'),
    };
  }

  render() {
    return html`<fieldset class="profile-part">
      <legend>${t('profile.part.dates')}</legend>
      ${selection({
        name: 'dates',
        label: t('profile.dates-label'),
        options: [['', this.usual], ['own', t('profile.dates-own')]],
        chosen: this.choice,
        change: ({ target }) => (this.choice = target.value),
      })}
      ${this.choice === 'own' ? this.#fields(this.terms ?? this.counting) : ''}
    </fieldset>`;
  }

  #fields({ riskBelow, decideWithin, answerWithin, silence }) {
    return html`<div class="pair">
        ${this.#number('riskBelow', riskBelow, { min: 50, max: 99 })}
        ${this.#number('decideWithin', decideWithin / HOUR, { min: 0.5, max: 1000, step: 0.5, inputmode: 'decimal' })}
      </div>
      <div class="pair">
        ${this.#number('answerWithin', answerWithin, { min: 1, max: 60 })}
        ${selection({
          name: 'dates.silence',
          label: t('profile.dates.silence-label'),
          options: ['none', 'consent'].map((one) => [one, t(`profile.dates.silence-choice.${one}`)]),
          chosen: silence,
        })}
      </div>
      ${choicesOf({
        name: 'dates.remedies',
        legend: t('profile.dates.remedies-label'),
        options: REMEDIES.map((one) => [one, t(`remedy.${one}`)]),
        chosen: this.remedies,
        change: ({ target: { value, checked } }) =>
          (this.remedies = REMEDIES.filter((one) => (one === value ? checked : this.remedies.includes(one)))),
      })}`;
  }

  #number(name, value, more) {
    return field({
      id: `profile-dates-${name}`,
      name: `dates.${name}`,
      label: t(`profile.dates.${name}`),
      value: String(value),
      type: 'number',
      inputmode: 'numeric',
      ...more,
    });
  }
}

customElements.define('agreed-dates', AgreedDates);
