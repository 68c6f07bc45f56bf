import { html, nothing } from 'lit';
import { newKey } from '../../base/ask.js';
import { field } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { when } from '../../base/format.js';
import { t } from '../../base/words.js';
import { ANSWERS } from '../reading/drills.js';
import { answer } from '../requests.js';

/** The gaps of a drill, and what is said of those that are ticked. */
class GapForm extends FormElement {
  static properties = {
    drill: { attribute: false },
    gaps: { attribute: false },
    answers: { type: Boolean },
  };

  #key = newKey();

  render() {
    return html`<form class="form gap-form" novalidate @submit=${this.#send} @input=${() => (this.#key = newKey())}>
      <ul class="gap-list">
        ${this.gaps.map((gap) => html`<li>${this.answers ? this.#tick(gap) : this.#said(gap)}</li>`)}
      </ul>
      ${this.answers ? this.#answers() : nothing}
    </form>`;
  }

  #tick(gap) {
    return html`<label class="gap">
      <input type="checkbox" name="gaps" value=${gap.place} />
      <span>${this.#said(gap)}</span>
    </label>`;
  }

  #said({ kind, code, order, answered }) {
    return html`<strong>${code}</strong>
      <span class="soft">${[t(`gap.${kind}`), order].filter(Boolean).join(' · ')}</span>
      ${answered
        ? html`<span class="gap-answer">
            ${t(`gap.${answered.answer}`)}${answered.note ? html`${t('colon')}${answered.note}` : nothing}
            <span class="soft">${answered.by} · ${when(answered.at)}</span>
          </span>`
        : nothing}`;
  }

  #answers() {
    return html`${field({
        id: 'gap-note',
        name: 'note',
        label: t('gap.note'),
        required: false,
        maxlength: 500,
        error: this.wrong('note'),
      })}
      <p class="trouble" role="alert">${this.wrong('gaps') ?? ''}</p>
      ${this.trouble('note', 'gaps')}
      <p class="buttons">
        <button type="button" class="quiet" data-action="tick-open" @click=${this.#tickOpen}>
          ${t('gap.tick-open')}
        </button>
        ${ANSWERS.map(
          (one) => html`<button class=${one === 'unknown' ? 'quiet' : 'go'} name="answer" value=${one}
            data-action="answer-${one}" ?disabled=${this.busy}>${t(`gap.say-${one}`)}</button>`,
        )}
      </p>`;
  }

  #tickOpen = () => {
    this.unsay('gaps');
    const open = new Set(this.gaps.filter(({ answered }) => !answered).map(({ place }) => String(place)));
    this.querySelectorAll('input[name=gaps]').forEach((box) => (box.checked = open.has(box.value)));
  };

  #send = async (event) => {
    const { note } = submitted(event);
    const gaps = [...event.target.querySelectorAll('input[name=gaps]:checked')].map(({ value }) => Number(value));
    const wrong = gaps.length === 0 ? [{ field: 'gaps', said: t('gap.tick-some') }] : [];
    if (!this.fine(event.target, { wrong })) {
      return;
    }
    const said = { gaps, answer: event.submitter?.value ?? 'unknown', note };
    await this.attempt(async () => {
      const detail = await answer(this.drill, said, this.#key);
      event.target.reset();
      this.#key = newKey();
      this.dispatchEvent(new CustomEvent('answered', { detail }));
    });
  };
}

customElements.define('gap-form', GapForm);
