import { html, nothing } from 'lit';
import { newKey } from '../../base/ask.js';
import { field, selection } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { t, wording } from '../../base/words.js';
import { SEVERITIES } from '../reading/nonconformances.js';
import { raise } from '../requests.js';

const NUMBERS = ['line', 'voice', 'meeting'];

/** Says what is wrong and how bad it is; where, is known already or asked for. */
class RaiseForm extends FormElement {
  static properties = {
    /** What is known of where it showed, as it is sent. */
    place: { attribute: false },
    /** The stages that it may be of: `{ line, stage, name }`. */
    stages: { attribute: false },
    /** Whether to ask for order, station, lot and piece. */
    anywhere: { attribute: false },
  };

  #key = newKey();

  render() {
    return html`<form class="form" novalidate @submit=${this.#send} @input=${() => (this.#key = newKey())}>
      <h2>${t('nonconformances.raise')}</h2>
      ${field({
        id: 'raise-title',
        name: 'title',
        label: t('raise.title'),
        maxlength: 200,
        error: this.wrong('title'),
      })}
      <fieldset class="ticks severities">
        <legend>${t('nonconformance.severity')}</legend>
        ${SEVERITIES.map((one) => html`<label>
          <input type="radio" name="severity" value=${one} .defaultChecked=${one === 'major'} />
          <span>${t(`severity.${one}`)}<small class="soft">${t(`severity.${one}-means`)}</small></span>
        </label>`)}
      </fieldset>
      ${this.stages ? this.#stage() : nothing}
      <div class="entry">
        <label for="raise-problem">${t('raise.problem')}</label>
        <textarea id="raise-problem" name="problem" maxlength="5000" rows="3"></textarea>
        <p class="trouble" role="alert">${this.wrong('problem') ?? ''}</p>
      </div>
      ${this.anywhere ? this.#where() : nothing}
      <p class="soft">${t('raise.hint')}</p>
      ${this.trouble('title', 'problem', ...(this.anywhere ? ['order', 'station', 'lot', 'piece'] : []))}
      <p class="buttons">
        <button class="go" data-action="raise-now" ?disabled=${this.busy}>${t('raise.go')}</button>
        <button type="button" class="quiet" @click=${() => this.done()}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  #stage() {
    return selection({
      name: 'at',
      label: t('raise.stage'),
      options: [
        ['', t('raise.whole')],
        ...this.stages.map(({ line, stage, name }) => [`${line}/${stage}`, wording(name) || stage]),
      ],
    });
  }

  #where() {
    return html`<fieldset class="where">
      <legend>${t('raise.where')}</legend>
      ${['order', 'station', 'lot', 'piece'].map((name) => field({
        id: `raise-${name}`,
        name,
        label: t(`raise.${name}`),
        required: false,
        maxlength: 100,
        code: true,
        error: this.wrong(name),
      }))}
    </fieldset>`;
  }

  #send = async (event) => {
    const { at, ...said } = submitted(event);
    if (!this.fine(event.target)) {
      return;
    }
    const [line, ...stage] = at ? at.split('/') : [];
    const filled = Object.entries({ ...this.place, ...said, ...(at ? { line, stage: stage.join('/') } : {}) })
      .map(([name, value]) => [name, typeof value === 'string' ? value.trim() : value])
      .filter(([, value]) => value !== undefined && value !== '')
      .map(([name, value]) => [name, NUMBERS.includes(name) ? Number(value) : value]);
    let made;
    (await this.attempt(async () => (made = await raise(Object.fromEntries(filled), this.#key)))) && this.done(made);
  };
}

customElements.define('raise-form', RaiseForm);
