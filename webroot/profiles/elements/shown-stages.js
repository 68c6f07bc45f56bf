import { html, nothing } from 'lit';
import { choicesOf, selection } from '../../base/elements/field.js';
import { LightElement } from '../../base/elements/light-element.js';
import { t, wording } from '../../base/words.js';

/** What customers see of their orders: as without, everything, or only some stages and readings, in `shown`. */
class ShownStages extends LightElement {
  static properties = {
    /** What was agreed until now. */
    view: { attribute: false },
    /** All there are, as `[code, name]`; absent until they are known. */
    stages: { attribute: false },
    usual: { attribute: false },
    choice: { state: true },
    shown: { state: true },
  };

  willUpdate() {
    this.choice ??= this.view ? (this.view.stages || this.view.readings ? 'some' : 'all') : '';
    if (!this.shown && this.stages) {
      const all = this.stages.map(([code]) => code);
      this.shown = { stages: this.view?.stages ?? all, readings: this.view?.readings ?? all };
    }
  }

  render() {
    return html`<fieldset class="profile-part">
      <legend>${t('profile.form.view')}</legend>
      ${selection({
        name: 'shows',
        label: t('profile.shows'),
        options: [['', this.usual], ['all', t('profile.shows.all')], ['some', t('profile.shows.some')]],
        chosen: this.choice,
        change: ({ target }) => (this.choice = target.value),
      })}
      ${this.choice === 'some' && this.shown
        ? html`<p class="soft">${t('profile.wrong-is-shown')}</p>
            ${this.#ticks('stages')} ${this.#ticks('readings')}`
        : nothing}
      ${this.choice
        ? html`<label class="tick">
            <input type="checkbox" name="charts" ?checked=${this.view?.charts} />
            <span>${t('profile.shows.charts')}</span>
          </label>`
        : nothing}
    </fieldset>`;
  }

  #ticks(name) {
    return choicesOf({
      name,
      legend: t(`profile.shows.${name}`),
      options: this.#options(name).map(([code, text]) => [code, wording(text) || code]),
      chosen: this.shown[name],
      change: ({ target: { value, checked } }) => {
        const others = this.shown[name].filter((one) => one !== value);
        this.shown = { ...this.shown, [name]: checked ? [...others, value] : others };
      },
    });
  }

  /** Those that no routing has any more stay as they were agreed until somebody takes them out. */
  #options(name) {
    const gone = (this.view?.[name] ?? []).filter((code) => !this.stages.some(([known]) => known === code));
    return [...this.stages, ...gone.map((code) => [code, code])];
  }
}

customElements.define('shown-stages', ShownStages);
